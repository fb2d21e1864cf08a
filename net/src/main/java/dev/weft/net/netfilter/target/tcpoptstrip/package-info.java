/// The target TCPOPTSTRIP: takes options out of TCP headers.
@NullMarked
package dev.weft.net.netfilter.target.tcpoptstrip;

import org.jspecify.annotations.NullMarked;
