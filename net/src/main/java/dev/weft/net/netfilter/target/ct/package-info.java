/// The target CT: says how a packet's connection is to be tracked.
@NullMarked
package dev.weft.net.netfilter.target.ct;

import org.jspecify.annotations.NullMarked;
