/// The target DNAT: gives connections another destination.
@NullMarked
package dev.weft.net.netfilter.target.dnat;

import org.jspecify.annotations.NullMarked;
