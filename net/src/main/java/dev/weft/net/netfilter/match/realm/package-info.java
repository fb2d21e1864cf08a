/// The match realm: the realm of the route.
@NullMarked
package dev.weft.net.netfilter.match.realm;

import org.jspecify.annotations.NullMarked;
