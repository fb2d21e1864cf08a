/// The target SNAT: gives connections another source.
@NullMarked
package dev.weft.net.netfilter.target.snat;

import org.jspecify.annotations.NullMarked;
