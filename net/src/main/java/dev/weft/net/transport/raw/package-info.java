/// Sockets that see whole IP packets (raw(7)).
@NullMarked
package dev.weft.net.transport.raw;

import org.jspecify.annotations.NullMarked;
