/// The target CLASSIFY: sets a packet's priority.
@NullMarked
package dev.weft.net.netfilter.target.classify;

import org.jspecify.annotations.NullMarked;
