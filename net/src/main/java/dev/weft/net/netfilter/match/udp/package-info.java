/// The match udp: ports of UDP.
@NullMarked
package dev.weft.net.netfilter.match.udp;

import org.jspecify.annotations.NullMarked;
