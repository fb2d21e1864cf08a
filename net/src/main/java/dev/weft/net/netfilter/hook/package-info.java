/// Netfilter's hooks: where packets can be looked at on their way, and nothing of who looks.
@NullMarked
package dev.weft.net.netfilter.hook;

import org.jspecify.annotations.NullMarked;
