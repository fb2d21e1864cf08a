/// Serves the commands in PATH: what a client process hands over becomes a session of the network.
@NullMarked
package dev.weft.app.server;

import org.jspecify.annotations.NullMarked;
