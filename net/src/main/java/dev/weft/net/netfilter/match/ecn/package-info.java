/// The match ecn: explicit congestion notification.
@NullMarked
package dev.weft.net.netfilter.match.ecn;

import org.jspecify.annotations.NullMarked;
