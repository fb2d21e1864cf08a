package dev.weft.core.files;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A directory, a file or a link that a namespace shows.
public sealed interface VirtualFile {
    /// @param names of what is in it, rising
    record Directory(Supplier<List<String>> names) implements VirtualFile {}

    /// @param mode its rights: 0644, 0444, 0200
    /// @param size what `ls` shows: 0 in /proc, 4096 in /sys
    /// @param reader gives all of its text, with the last line's end
    /// @param writer takes what is written at once, or throws a [KernelError]
    record Regular(int mode, int size, Supplier<String> reader, Consumer<String> writer) implements VirtualFile {
        /// A file of /proc that can only be read.
        public static Regular readOnly(Supplier<String> reader) {
            return new Regular(0444, 0, reader, text -> {
                throw new KernelError(Errno.EACCES);
            });
        }

        public boolean isReadable() {
            return (mode & 0444) != 0;
        }

        public boolean isWritable() {
            return (mode & 0222) != 0;
        }
    }

    record Link(String target) implements VirtualFile {}
}
