/// The loopback device.
@NullMarked
package dev.weft.net.link.lo;

import org.jspecify.annotations.NullMarked;
