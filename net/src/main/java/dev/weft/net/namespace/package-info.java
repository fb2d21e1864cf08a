/// Network namespaces: the network that holds them, their names, their lives.
@NullMarked
package dev.weft.net.namespace;

import org.jspecify.annotations.NullMarked;
