/// What targets have in common.
@NullMarked
package dev.weft.net.netfilter.target;

import org.jspecify.annotations.NullMarked;
