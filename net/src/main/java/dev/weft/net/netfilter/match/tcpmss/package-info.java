/// The match tcpmss: the greatest segment that a TCP says it takes.
@NullMarked
package dev.weft.net.netfilter.match.tcpmss;

import org.jspecify.annotations.NullMarked;
