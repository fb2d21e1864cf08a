/// The match string: bytes anywhere in a packet.
@NullMarked
package dev.weft.net.netfilter.match.string;

import org.jspecify.annotations.NullMarked;
