/// The vector engine: packets, the graph that moves them, wire formats, and time.
@NullMarked
package dev.weft.core;

import org.jspecify.annotations.NullMarked;
