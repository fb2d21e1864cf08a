/// tcpdump's text of packets: one printer per protocol, all of them reading through a bounds-checked [Dissection].
@NullMarked
package dev.weft.net.tcpdump.print;

import org.jspecify.annotations.NullMarked;
