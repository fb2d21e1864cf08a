/// What a traced packet tells of its way.
@NullMarked
package dev.weft.core.trace;

import org.jspecify.annotations.NullMarked;
