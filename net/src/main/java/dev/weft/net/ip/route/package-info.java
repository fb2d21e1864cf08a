/// `ip route`: listing, changing and asking for routes.
@NullMarked
package dev.weft.net.ip.route;

import org.jspecify.annotations.NullMarked;
