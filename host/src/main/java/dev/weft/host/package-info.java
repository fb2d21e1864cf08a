/// Real Linux, reached through java.lang.foreign: one class per C header.
@NullMarked
package dev.weft.host;

import org.jspecify.annotations.NullMarked;
