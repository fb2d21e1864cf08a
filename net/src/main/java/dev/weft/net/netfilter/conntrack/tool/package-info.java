/// The command `conntrack` of conntrack-tools 1.4.7.
@NullMarked
package dev.weft.net.netfilter.conntrack.tool;

import org.jspecify.annotations.NullMarked;
