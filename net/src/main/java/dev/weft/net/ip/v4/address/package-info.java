/// IPv4 addresses of devices: how they come and go, the routes that they bring, and which one a packet gets as source.
@NullMarked
package dev.weft.net.ip.v4.address;

import org.jspecify.annotations.NullMarked;
