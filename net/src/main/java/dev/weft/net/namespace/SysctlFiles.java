package dev.weft.net.namespace;

import dev.weft.core.errno.Errno;
import dev.weft.core.files.VirtualFile;
import dev.weft.core.files.VirtualFiles;
import dev.weft.core.packet.NetNamespace;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// `/proc/sys/net`: the settings as files.
public final class SysctlFiles implements VirtualFiles {
    public static final String ROOT = "/proc/sys/net";

    @Override
    public String root() {
        return ROOT;
    }

    @Override
    public @Nullable VirtualFile find(NetNamespace namespace, String path) {
        Sysctls sysctls = Sysctls.of(namespace);
        String full = path.isEmpty() ? "net" : "net/" + path;
        Sysctl sysctl = sysctls.sysctl(namespace, full);
        if (sysctl != null) {
            return new VirtualFile.Regular(
                    sysctl.mode(),
                    0,
                    () -> sysctls.read(namespace, full) + "\n",
                    text -> sysctls.write(namespace, full, text));
        }
        boolean isDirectory = path.isEmpty() || sysctls.isDirectory(namespace, full);
        return isDirectory ? new VirtualFile.Directory(() -> names(sysctls, namespace, full + "/")) : null;
    }

    @Override
    public Errno creationRefusal() {
        return Errno.ENOENT;
    }

    private static List<String> names(Sysctls sysctls, NetNamespace namespace, String prefix) {
        TreeSet<String> names = new TreeSet<>();
        for (Sysctls.Entry entry : sysctls.entries(namespace)) {
            if (entry.path().startsWith(prefix)) {
                String rest = entry.path().substring(prefix.length());
                int slash = rest.indexOf('/');
                names.add(slash < 0 ? rest : rest.substring(0, slash));
            }
        }
        return List.copyOf(names);
    }
}
