/// The match icmp: types and codes of ICMP.
@NullMarked
package dev.weft.net.netfilter.match.icmp;

import org.jspecify.annotations.NullMarked;
