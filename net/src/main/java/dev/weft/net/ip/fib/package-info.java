/// The forwarding information base: longest-prefix match, routes, next hops and tables.
@NullMarked
package dev.weft.net.ip.fib;

import org.jspecify.annotations.NullMarked;
