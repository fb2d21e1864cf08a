/// The target TRACE: the kernel's log tells of every rule that the packet matches from here on.
@NullMarked
package dev.weft.net.netfilter.target.trace;

import org.jspecify.annotations.NullMarked;
