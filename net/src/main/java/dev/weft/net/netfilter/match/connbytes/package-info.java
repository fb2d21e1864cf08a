/// The match connbytes: how much the packet's connection has carried.
@NullMarked
package dev.weft.net.netfilter.match.connbytes;

import org.jspecify.annotations.NullMarked;
