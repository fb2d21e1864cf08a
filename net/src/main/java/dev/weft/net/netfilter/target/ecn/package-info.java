/// The target ECN: works around peers that cannot bear explicit congestion notification.
@NullMarked
package dev.weft.net.netfilter.target.ecn;

import org.jspecify.annotations.NullMarked;
