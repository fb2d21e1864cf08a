/// The match connmark: the mark of the packet's connection.
@NullMarked
package dev.weft.net.netfilter.match.connmark;

import org.jspecify.annotations.NullMarked;
