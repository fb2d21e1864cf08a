/// The match hashlimit: a token bucket for each group of packets.
@NullMarked
package dev.weft.net.netfilter.match.hashlimit;

import org.jspecify.annotations.NullMarked;
