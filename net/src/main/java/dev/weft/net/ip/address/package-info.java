/// `ip address`, for addresses of either version of IP.
@NullMarked
package dev.weft.net.ip.address;

import org.jspecify.annotations.NullMarked;
