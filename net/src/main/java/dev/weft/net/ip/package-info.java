/// The Internet Protocol: addresses, routes, neighbours, and the way of packets.
@NullMarked
package dev.weft.net.ip;

import org.jspecify.annotations.NullMarked;
