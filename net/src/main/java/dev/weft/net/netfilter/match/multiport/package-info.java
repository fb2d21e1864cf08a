/// The match multiport: several ports.
@NullMarked
package dev.weft.net.netfilter.match.multiport;

import org.jspecify.annotations.NullMarked;
