/// `ip monitor` and `bridge monitor`: what happens in a namespace, as it happens.
@NullMarked
package dev.weft.net.monitor;

import org.jspecify.annotations.NullMarked;
