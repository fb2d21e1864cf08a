/// What all commands of the iproute2 family share: options, printing in text and JSON, names of numbers, and `ip`
/// itself.
@NullMarked
package dev.weft.net.iproute;

import org.jspecify.annotations.NullMarked;
