/// Linux's error numbers and the refusal that carries one.
@NullMarked
package dev.weft.core.errno;

import org.jspecify.annotations.NullMarked;
