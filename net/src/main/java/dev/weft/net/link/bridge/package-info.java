/// Ethernet bridges: forwarding, learning, and the spanning tree of IEEE 802.1D.
@NullMarked
package dev.weft.net.link.bridge;

import org.jspecify.annotations.NullMarked;
