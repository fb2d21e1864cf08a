/// The program: what `./weft` starts.
@NullMarked
package dev.weft.app;

import org.jspecify.annotations.NullMarked;
