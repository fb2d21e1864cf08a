/// The match pkttype: unicast, broadcast or multicast.
@NullMarked
package dev.weft.net.netfilter.match.pkttype;

import org.jspecify.annotations.NullMarked;
