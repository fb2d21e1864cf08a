/// The target MARK: sets the packet's mark.
@NullMarked
package dev.weft.net.netfilter.target.mark;

import org.jspecify.annotations.NullMarked;
