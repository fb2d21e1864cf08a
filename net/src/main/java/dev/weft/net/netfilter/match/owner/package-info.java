/// The match owner: whose socket sent the packet.
@NullMarked
package dev.weft.net.netfilter.match.owner;

import org.jspecify.annotations.NullMarked;
