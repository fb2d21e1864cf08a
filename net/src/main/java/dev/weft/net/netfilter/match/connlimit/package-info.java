/// The match connlimit: how many connections a host or network has.
@NullMarked
package dev.weft.net.netfilter.match.connlimit;

import org.jspecify.annotations.NullMarked;
