/// Commands that tell and wait for time, where time is the network's.
@NullMarked
package dev.weft.app.time;

import org.jspecify.annotations.NullMarked;
