package dev.weft.net.sysctl;

import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Rebuild;
import dev.weft.net.namespace.Saver;
import dev.weft.net.namespace.Sysctls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Saves what lies under `/proc/sys` where it differs from what is there by itself.
public final class SavedSysctls implements Saver {
    /// Changes others, and so goes first.
    private static final String FORWARDING = "net/ipv4/ip_forward";

    private final String title;

    public SavedSysctls(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void save(Rebuild script) {
        for (NetNamespace namespace : script.namespaces()) {
            List<Sysctls.Entry> entries = new ArrayList<>(Sysctls.of(namespace).entries(namespace));
            entries.sort(Comparator.comparing(entry -> !entry.path().equals(FORWARDING)));
            NetNamespace copy = script.copyOf(namespace);
            for (Sysctls.Entry entry : entries) {
                if (entry.sysctl().isReadable() && entry.sysctl().isWritable()) {
                    save(script, namespace, copy, entry);
                }
            }
        }
    }

    private static void save(Rebuild script, NetNamespace namespace, NetNamespace copy, Sysctls.Entry entry) {
        String wanted = read(namespace, entry);
        String present = read(copy, entry);
        if (wanted != null && present != null && !wanted.equals(present)) {
            String setting = name(entry.path()) + "=" + wanted.replace('\t', ' ');
            script.run(namespace, List.of("sysctl", "-q", "-w", setting));
        }
    }

    /// What the file holds; null where it is not there, as for a device not made yet, or cannot be read.
    private static @Nullable String read(NetNamespace namespace, Sysctls.Entry entry) {
        try {
            return Sysctls.of(namespace).read(namespace, entry.path());
        } catch (KernelError e) {
            return null;
        }
    }

    /// With dots, as people write it, unless a device has one in its name.
    private static String name(String path) {
        return path.contains(".") ? path : path.replace('/', '.');
    }
}
