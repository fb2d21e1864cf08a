/// The target NOTRACK: the packet is not tracked.
@NullMarked
package dev.weft.net.netfilter.target.notrack;

import org.jspecify.annotations.NullMarked;
