/// The match mark: the packet's mark.
@NullMarked
package dev.weft.net.netfilter.match.mark;

import org.jspecify.annotations.NullMarked;
