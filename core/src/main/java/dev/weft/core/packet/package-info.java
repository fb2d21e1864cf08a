/// Packets, the memory they live in, and the devices and namespaces that carry them.
@NullMarked
package dev.weft.core.packet;

import org.jspecify.annotations.NullMarked;
