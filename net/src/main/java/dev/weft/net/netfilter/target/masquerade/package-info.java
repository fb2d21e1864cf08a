/// The target MASQUERADE: lets connections borrow the address of the device by which they leave.
@NullMarked
package dev.weft.net.netfilter.target.masquerade;

import org.jspecify.annotations.NullMarked;
