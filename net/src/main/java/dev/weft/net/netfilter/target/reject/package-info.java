/// The target REJECT: drops, and tells the sender.
@NullMarked
package dev.weft.net.netfilter.target.reject;

import org.jspecify.annotations.NullMarked;
