/// The match u32: numbers anywhere in a packet.
@NullMarked
package dev.weft.net.netfilter.match.u32;

import org.jspecify.annotations.NullMarked;
