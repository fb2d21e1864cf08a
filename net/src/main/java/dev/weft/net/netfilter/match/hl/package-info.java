/// The match hl: how many hops the packet may still go.
@NullMarked
package dev.weft.net.netfilter.match.hl;

import org.jspecify.annotations.NullMarked;
