/// The target TCPMSS: how long segments may be that a connection's peers send.
@NullMarked
package dev.weft.net.netfilter.target.tcpmss;

import org.jspecify.annotations.NullMarked;
