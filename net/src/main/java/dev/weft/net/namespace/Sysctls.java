package dev.weft.net.namespace;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetNamespace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What lies under `/proc/sys` in each namespace of a network: features add their tables, `sysctl` and the views of
/// `/proc` read and write by path. Nothing is kept per namespace or device here.
///
/// Paths are separated by slashes and begin at `/proc/sys`: `net/ipv4/conf/eth0.5/rp_filter`.
public final class Sysctls {
    private final List<SysctlTable> tables = new ArrayList<>();

    public static Sysctls of(NetNamespace namespace) {
        return Network.of(namespace).sysctls();
    }

    public void add(SysctlTable table) {
        tables.add(table);
        tables.sort(Comparator.comparing(SysctlTable::directory));
    }

    /// A file that is there.
    public record Entry(String path, Sysctl sysctl) {}

    /// All files, directory by directory, by rising name.
    public List<Entry> entries(NetNamespace namespace) {
        List<Entry> entries = new ArrayList<>();
        for (SysctlTable table : tables) {
            if (table.hasInstances()) {
                for (String instance : table.instances(namespace)) {
                    list(table, table.directory() + "/" + instance, namespace, instance, entries::add);
                }
            } else {
                list(table, table.directory(), namespace, "", entries::add);
            }
        }
        entries.sort(Comparator.comparing(entry -> entry.path().replace('/', '\0')));
        return entries;
    }

    private static void list(
            SysctlTable table, String directory, NetNamespace namespace, String instance, Consumer<Entry> out) {
        for (Sysctl sysctl : table.entries(namespace, instance)) {
            out.accept(new Entry(directory + "/" + sysctl.name(), sysctl));
        }
    }

    public boolean exists(NetNamespace namespace, String path) {
        return find(namespace, path) != null;
    }

    /// The file at a path; null when there is none.
    public @Nullable Sysctl sysctl(NetNamespace namespace, String path) {
        Found found = find(namespace, path);
        return found == null ? null : found.sysctl;
    }

    /// Does the path lead to directories of files?
    public boolean isDirectory(NetNamespace namespace, String path) {
        for (SysctlTable table : tables) {
            if (table.directory().equals(path) || table.directory().startsWith(path + "/")) {
                return true;
            }
            int slash = path.lastIndexOf('/');
            if (table.hasInstances()
                    && slash > 0
                    && table.directory().equals(path.substring(0, slash))
                    && table.instances(namespace).contains(path.substring(slash + 1))) {
                return true;
            }
        }
        return false;
    }

    /// What the file holds, without the line's end.
    ///
    /// @throws KernelError ENOENT, EACCES
    public String read(NetNamespace namespace, String path) {
        Found found = known(namespace, path);
        if (!found.sysctl.isReadable()) {
            throw new KernelError(Errno.EACCES);
        }
        return found.sysctl.access().read(namespace, found.instance);
    }

    /// Writes to the file.
    ///
    /// @throws KernelError ENOENT, EACCES, EINVAL
    public void write(NetNamespace namespace, String path, String text) {
        Found found = known(namespace, path);
        if (!found.sysctl.isWritable()) {
            throw new KernelError(Errno.EACCES);
        }
        found.sysctl.access().write(namespace, found.instance, text);
    }

    private record Found(Sysctl sysctl, String instance) {}

    private Found known(NetNamespace namespace, String path) {
        Found found = find(namespace, path);
        if (found == null) {
            throw new KernelError(Errno.ENOENT);
        }
        return found;
    }

    private @Nullable Found find(NetNamespace namespace, String path) {
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            return null;
        }
        String directory = path.substring(0, slash);
        String name = path.substring(slash + 1);
        int before = directory.lastIndexOf('/');
        String parent = before < 0 ? "" : directory.substring(0, before);
        String instance = directory.substring(before + 1);
        for (SysctlTable table : tables) {
            Found found = null;
            if (table.hasInstances()) {
                if (table.directory().equals(parent)
                        && table.instances(namespace).contains(instance)) {
                    found = find(table, namespace, instance, name);
                }
            } else if (table.directory().equals(directory)) {
                found = find(table, namespace, "", name);
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Found find(SysctlTable table, NetNamespace namespace, String instance, String name) {
        for (Sysctl sysctl : table.entries(namespace, instance)) {
            if (sysctl.name().equals(name)) {
                return new Found(sysctl, instance);
            }
        }
        return null;
    }
}
