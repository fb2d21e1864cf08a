/// The User Datagram Protocol (RFC 768).
@NullMarked
package dev.weft.net.transport.udp;

import org.jspecify.annotations.NullMarked;
