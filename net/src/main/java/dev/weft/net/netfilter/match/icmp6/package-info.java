/// The match icmp6: types and codes of ICMPv6.
@NullMarked
package dev.weft.net.netfilter.match.icmp6;

import org.jspecify.annotations.NullMarked;
