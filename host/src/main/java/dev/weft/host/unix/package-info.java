/// Unix-domain sockets that know who calls and that carry descriptors (unix(7)).
@NullMarked
package dev.weft.host.unix;

import org.jspecify.annotations.NullMarked;
