/// The packet generator: streams of made-up packets that enter the graph like received ones.
@NullMarked
package dev.weft.net.generator;

import org.jspecify.annotations.NullMarked;
