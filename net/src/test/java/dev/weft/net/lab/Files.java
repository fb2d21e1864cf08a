package dev.weft.net.lab;

import dev.weft.core.errno.KernelError;
import dev.weft.core.files.VirtualFile;
import dev.weft.core.files.VirtualFiles;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.engine.BuiltinFiles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files that a namespace of a Lab shows, read and written as `cat`, `ls` and `echo` do.
public final class Files {
    private final NetNamespace namespace;

    public Files(NetNamespace namespace) {
        this.namespace = namespace;
    }

    /// What is in the file, or the words of the failure.
    public String cat(String path) {
        return switch (find(path)) {
            case VirtualFile.Regular file -> text(file);
            case VirtualFile.Link(String target) -> "-> " + target;
            case VirtualFile.Directory unused -> "Is a directory";
            case null -> "No such file or directory";
        };
    }

    private static String text(VirtualFile.Regular file) {
        try {
            return file.isReadable() ? file.reader().get() : "Permission denied";
        } catch (KernelError error) {
            return error.getMessage();
        }
    }

    public List<String> ls(String path) {
        return find(path) instanceof VirtualFile.Directory(var names) ? names.get() : List.of();
    }

    /// Writes a line.
    ///
    /// @return the words of the failure, empty when there is none
    public String echo(String text, String path) {
        if (!(find(path) instanceof VirtualFile.Regular file)) {
            return "No such file or directory";
        }
        if (!file.isWritable()) {
            return "Permission denied";
        }
        try {
            file.writer().accept(text + "\n");
            return "";
        } catch (KernelError error) {
            return error.errno().text();
        }
    }

    private @Nullable VirtualFile find(String path) {
        for (VirtualFiles files : BuiltinFiles.ALL) {
            if (path.equals(files.root())) {
                return files.find(namespace, "");
            }
            if (path.startsWith(files.root() + "/")) {
                return files.find(namespace, path.substring(files.root().length() + 1));
            }
        }
        return null;
    }
}
