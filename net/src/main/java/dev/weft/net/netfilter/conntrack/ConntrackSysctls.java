package dev.weft.net.netfilter.conntrack;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Network;
import dev.weft.net.namespace.Sysctl;
import dev.weft.net.namespace.SysctlTable;
import java.util.List;

/// `net.netfilter.nf_conntrack_*` as files (kernel: `nf_ct_sysctl_table`).
public final class ConntrackSysctls implements SysctlTable {
    public static final ConntrackSysctls INSTANCE = new ConntrackSysctls();

    private static final int READ_WRITE = 0644;
    private static final int READ_ONLY = 0444;

    private ConntrackSysctls() {}

    @Override
    public String directory() {
        return "net/netfilter";
    }

    @Override
    public List<Sysctl> entries(NetNamespace namespace, String instance) {
        boolean first = Network.of(namespace).initial() == namespace;
        return ConntrackSetting.ALL.stream()
                .map(s -> new Sysctl(s.fileName(), mode(s, first), access(s)))
                .toList();
    }

    private static int mode(ConntrackSetting setting, boolean first) {
        boolean writable = setting != ConntrackSetting.COUNT && (first || !setting.isGlobal());
        return writable ? READ_WRITE : READ_ONLY;
    }

    private static Sysctl.Access access(ConntrackSetting setting) {
        return new Sysctl.Access() {
            @Override
            public String read(NetNamespace namespace, String instance) {
                Conntrack conntrack = Conntrack.of(home(namespace, setting));
                int value = setting == ConntrackSetting.COUNT
                        ? Conntrack.of(namespace).connections().size()
                        : conntrack.get(setting);
                return setting.number().format(value);
            }

            @Override
            public void write(NetNamespace namespace, String instance, String text) {
                int value = setting.number().parse(text);
                if (setting.isGlobal()) {
                    for (NetNamespace each : Network.of(namespace).namespaces()) {
                        Conntrack.of(Network.of(namespace).claim(each)).set(setting, value);
                    }
                } else {
                    Conntrack.of(namespace).set(setting, value);
                }
            }
        };
    }

    private static NetNamespace home(NetNamespace namespace, ConntrackSetting setting) {
        return setting.isGlobal() ? Network.of(namespace).initial() : namespace;
    }
}
