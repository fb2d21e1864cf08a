/// The match rpfilter: could the sender be reached by the way that the packet came?
@NullMarked
package dev.weft.net.netfilter.match.rpfilter;

import org.jspecify.annotations.NullMarked;
