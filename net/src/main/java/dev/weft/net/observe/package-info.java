/// Looking inside: what nodes have done, what was dropped and why, and the way of single packets.
@NullMarked
package dev.weft.net.observe;

import org.jspecify.annotations.NullMarked;
