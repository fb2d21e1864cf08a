/// Files that are no files: what `/proc/net`, `/proc/sys/net` and `/sys/class/net` show of a namespace.
@NullMarked
package dev.weft.core.files;

import org.jspecify.annotations.NullMarked;
