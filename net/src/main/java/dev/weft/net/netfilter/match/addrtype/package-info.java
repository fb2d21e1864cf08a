/// The match addrtype: what kind of address it is here.
@NullMarked
package dev.weft.net.netfilter.match.addrtype;

import org.jspecify.annotations.NullMarked;
