package dev.weft.net.sysctl;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Network;
import dev.weft.net.namespace.Sysctl;
import dev.weft.net.namespace.SysctlTable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A directory of settings that are kept as they are written, in each namespace its own.
final class KeptTable implements SysctlTable {
    /// In which namespaces the files are, and whose values they show.
    enum Where {
        EVERYWHERE,
        /// Only in the namespace in which the network begins, as what concerns the whole machine.
        INITIAL,
        /// In all others, where they can only be read and show what is set there.
        OTHERS
    }

    private static final NamespaceKey<Map<String, String>> CHANGED =
            new NamespaceKey<>("kept sysctls", ns -> new HashMap<>(4));

    private final String directory;
    private final Where where;
    private final List<Sysctl> entries;

    KeptTable(String directory, Where where, String lines) {
        this.directory = directory;
        this.where = where;
        this.entries = KeptSetting.table(lines).stream()
                .map(setting -> new Sysctl(setting.name(), setting.mode(), new Kept(setting)))
                .sorted(Comparator.comparing(Sysctl::name))
                .toList();
    }

    @Override
    public String directory() {
        return directory;
    }

    @Override
    public List<Sysctl> entries(NetNamespace namespace, String instance) {
        boolean initial = Network.of(namespace).initial() == namespace;
        boolean present = where == Where.EVERYWHERE || (where == Where.INITIAL) == initial;
        return present ? entries : List.of();
    }

    private final class Kept implements Sysctl.Access {
        private final KeptSetting setting;
        private final String path;

        Kept(KeptSetting setting) {
            this.setting = setting;
            this.path = directory + "/" + setting.name();
        }

        @Override
        public String read(NetNamespace namespace, String instance) {
            NetNamespace owner = where == Where.OTHERS ? Network.of(namespace).initial() : namespace;
            Map<String, String> changed = owner.peek(CHANGED);
            return changed == null ? setting.initial() : changed.getOrDefault(path, setting.initial());
        }

        @Override
        public void write(NetNamespace namespace, String instance, String text) {
            String value = setting.rule().accept(text, read(namespace, instance));
            namespace.get(CHANGED).put(path, value);
        }
    }
}
