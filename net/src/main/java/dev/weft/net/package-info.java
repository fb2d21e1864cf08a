/// The virtual kernel: namespaces, devices and the IP stack as nodes of the graph.
@NullMarked
package dev.weft.net;

import org.jspecify.annotations.NullMarked;
