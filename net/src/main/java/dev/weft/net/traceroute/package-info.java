/// traceroute(8) 2.1.2: its options, its probes, its words.
@NullMarked
package dev.weft.net.traceroute;

import org.jspecify.annotations.NullMarked;
