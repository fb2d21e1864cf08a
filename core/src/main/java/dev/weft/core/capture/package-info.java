/// Capture files: pcap and pcapng, read and written as libpcap and Wireshark do.
@NullMarked
package dev.weft.core.capture;

import org.jspecify.annotations.NullMarked;
