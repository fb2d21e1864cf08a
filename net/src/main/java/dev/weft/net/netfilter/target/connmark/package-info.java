/// The target CONNMARK: marks connections, and copies marks between them and their packets.
@NullMarked
package dev.weft.net.netfilter.target.connmark;

import org.jspecify.annotations.NullMarked;
