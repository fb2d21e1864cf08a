/// The match state: how the packet relates to its connection.
@NullMarked
package dev.weft.net.netfilter.match.state;

import org.jspecify.annotations.NullMarked;
