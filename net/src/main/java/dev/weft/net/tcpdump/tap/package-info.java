/// What a packet socket of tcpdump keeps: copies of what passes a device, filtered and cut to the snapshot length.
@NullMarked
package dev.weft.net.tcpdump.tap;

import org.jspecify.annotations.NullMarked;
