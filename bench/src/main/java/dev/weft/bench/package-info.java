/// Measurements of the engine, one program per question.
@NullMarked
package dev.weft.bench;

import org.jspecify.annotations.NullMarked;
