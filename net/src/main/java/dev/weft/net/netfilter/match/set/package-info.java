/// The match set: is the packet in a set of `ipset`?
@NullMarked
package dev.weft.net.netfilter.match.set;

import org.jspecify.annotations.NullMarked;
