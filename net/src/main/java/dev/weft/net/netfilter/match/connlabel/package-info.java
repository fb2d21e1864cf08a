/// The match connlabel: the labels of the packet's connection.
@NullMarked
package dev.weft.net.netfilter.match.connlabel;

import org.jspecify.annotations.NullMarked;
