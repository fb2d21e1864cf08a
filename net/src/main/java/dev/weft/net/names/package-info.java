/// Host names and addresses, as the caller's own files tell them.
@NullMarked
package dev.weft.net.names;

import org.jspecify.annotations.NullMarked;
