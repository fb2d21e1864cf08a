/// Clocks, real and virtual, and the timer wheel.
@NullMarked
package dev.weft.core.time;

import org.jspecify.annotations.NullMarked;
