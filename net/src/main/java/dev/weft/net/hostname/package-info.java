/// `hostname` and the virtual machine's name.
@NullMarked
package dev.weft.net.hostname;

import org.jspecify.annotations.NullMarked;
