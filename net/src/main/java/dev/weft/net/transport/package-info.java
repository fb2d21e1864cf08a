/// Protocols above IP, and what their sockets have in common.
@NullMarked
package dev.weft.net.transport;

import org.jspecify.annotations.NullMarked;
