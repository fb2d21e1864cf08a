/// IPv4: its settings, and the way of its packets.
@NullMarked
package dev.weft.net.ip.v4;

import org.jspecify.annotations.NullMarked;
