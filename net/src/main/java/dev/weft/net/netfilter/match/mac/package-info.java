/// The match mac: the sender's Ethernet address.
@NullMarked
package dev.weft.net.netfilter.match.mac;

import org.jspecify.annotations.NullMarked;
