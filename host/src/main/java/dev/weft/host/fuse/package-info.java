/// A file system that this process answers for (Documentation/filesystems/fuse.rst).
@NullMarked
package dev.weft.host.fuse;

import org.jspecify.annotations.NullMarked;
