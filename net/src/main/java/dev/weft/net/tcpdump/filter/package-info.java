/// Filter expressions of pcap-filter(7): read, checked and evaluated over the bytes of a packet.
@NullMarked
package dev.weft.net.tcpdump.filter;

import org.jspecify.annotations.NullMarked;
