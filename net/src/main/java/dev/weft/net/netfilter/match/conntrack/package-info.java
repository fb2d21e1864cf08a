/// The match conntrack: what tracking knows of the packet's connection.
@NullMarked
package dev.weft.net.netfilter.match.conntrack;

import org.jspecify.annotations.NullMarked;
