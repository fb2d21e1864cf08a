/// The match ah: the authentication header.
@NullMarked
package dev.weft.net.netfilter.match.ah;

import org.jspecify.annotations.NullMarked;
