/// The C library's system calls, one class per header, under their manual-page names.
@NullMarked
package dev.weft.host.linux;

import org.jspecify.annotations.NullMarked;
