/// The target NETMAP: maps a network onto another, host by host.
@NullMarked
package dev.weft.net.netfilter.target.netmap;

import org.jspecify.annotations.NullMarked;
