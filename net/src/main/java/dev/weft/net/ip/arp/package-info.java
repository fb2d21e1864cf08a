/// The Address Resolution Protocol (RFC 826): how IPv4 finds its neighbours on Ethernet.
@NullMarked
package dev.weft.net.ip.arp;

import org.jspecify.annotations.NullMarked;
