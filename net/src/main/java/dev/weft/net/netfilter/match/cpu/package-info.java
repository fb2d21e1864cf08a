/// The match cpu: which worker handles the packet.
@NullMarked
package dev.weft.net.netfilter.match.cpu;

import org.jspecify.annotations.NullMarked;
