/// The `tcpdump` command: its options, filter expressions, packet text and capture files.
@NullMarked
package dev.weft.net.tcpdump;

import org.jspecify.annotations.NullMarked;
