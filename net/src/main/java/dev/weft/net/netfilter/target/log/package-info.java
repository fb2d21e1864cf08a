/// The target LOG: a line in the kernel's log.
@NullMarked
package dev.weft.net.netfilter.target.log;

import org.jspecify.annotations.NullMarked;
