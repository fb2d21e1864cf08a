/// The vector graph: nodes, the arcs between them, and the worker that walks it.
@NullMarked
package dev.weft.core.graph;

import org.jspecify.annotations.NullMarked;
