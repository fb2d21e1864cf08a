/// The match ttl: how many hops the packet may still go.
@NullMarked
package dev.weft.net.netfilter.match.ttl;

import org.jspecify.annotations.NullMarked;
