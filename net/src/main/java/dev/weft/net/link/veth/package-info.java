/// Virtual Ethernet pairs.
@NullMarked
package dev.weft.net.link.veth;

import org.jspecify.annotations.NullMarked;
