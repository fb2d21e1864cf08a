/// The match tcp: ports, flags and options of TCP.
@NullMarked
package dev.weft.net.netfilter.match.tcp;

import org.jspecify.annotations.NullMarked;
