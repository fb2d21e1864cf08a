/// The assembled system in real time, and the lists of what is built in.
@NullMarked
package dev.weft.net.engine;

import org.jspecify.annotations.NullMarked;
