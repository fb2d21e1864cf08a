/// Single-writer counters that nodes and devices keep.
@NullMarked
package dev.weft.core.counter;

import org.jspecify.annotations.NullMarked;
