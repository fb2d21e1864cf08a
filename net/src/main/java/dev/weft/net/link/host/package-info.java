/// Devices whose other side is a real host's.
@NullMarked
package dev.weft.net.link.host;

import org.jspecify.annotations.NullMarked;
