/// Network address translation on tracked connections.
@NullMarked
package dev.weft.net.netfilter.nat;

import org.jspecify.annotations.NullMarked;
