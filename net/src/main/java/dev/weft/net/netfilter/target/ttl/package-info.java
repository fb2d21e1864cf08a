/// The targets TTL and HL: how many hops a packet may still go.
@NullMarked
package dev.weft.net.netfilter.target.ttl;

import org.jspecify.annotations.NullMarked;
