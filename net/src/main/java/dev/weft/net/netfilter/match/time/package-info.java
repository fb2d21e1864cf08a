/// The match time: when packets arrive.
@NullMarked
package dev.weft.net.netfilter.match.time;

import org.jspecify.annotations.NullMarked;
