/// The messages by which hosts and routers tell of what went wrong, and answer (RFC 792).
@NullMarked
package dev.weft.net.ip.icmp;

import org.jspecify.annotations.NullMarked;
