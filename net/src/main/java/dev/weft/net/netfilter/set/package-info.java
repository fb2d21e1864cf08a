/// Sets of addresses, networks, ports and sets, and the command `ipset` (kernel: `net/netfilter/ipset`).
@NullMarked
package dev.weft.net.netfilter.set;

import org.jspecify.annotations.NullMarked;
