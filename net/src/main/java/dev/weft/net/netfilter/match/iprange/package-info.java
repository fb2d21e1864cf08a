/// The match iprange: addresses from a first to a last one.
@NullMarked
package dev.weft.net.netfilter.match.iprange;

import org.jspecify.annotations.NullMarked;
