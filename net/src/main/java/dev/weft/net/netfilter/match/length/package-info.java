/// The match length: the packet's length.
@NullMarked
package dev.weft.net.netfilter.match.length;

import org.jspecify.annotations.NullMarked;
