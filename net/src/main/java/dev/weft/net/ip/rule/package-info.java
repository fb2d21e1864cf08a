/// Policy routing: rules that choose the routing table by more than the destination, and `ip rule`.
@NullMarked
package dev.weft.net.ip.rule;

import org.jspecify.annotations.NullMarked;
