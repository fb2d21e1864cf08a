/// Packet sockets: whole frames as devices receive and send them (packet(7)), for tcpdump, arping and their like.
@NullMarked
package dev.weft.net.link.packet;

import org.jspecify.annotations.NullMarked;
