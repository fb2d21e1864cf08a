package dev.weft.net.ip.v4;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Sysctl;
import dev.weft.net.namespace.SysctlTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The files under `/proc/sys/net/ipv4` that show and change [Ip4Config].
public final class Ip4Sysctls {
    private static final int READ_ONLY = 0444;
    private static final int READ_WRITE = 0644;

    private static final Sysctl.Access FORWARDING = new Sysctl.Access() {
        @Override
        public String read(NetNamespace namespace, String instance) {
            return access(Ip4Setting.FORWARDING).read(namespace, "all");
        }

        @Override
        public void write(NetNamespace namespace, String instance, String text) {
            access(Ip4Setting.FORWARDING).write(namespace, "all", text);
        }
    };

    /// Routes are never kept longer than they hold here: there is nothing to flush.
    private static final Sysctl.Access FLUSH = new Sysctl.Access() {
        @Override
        public String read(NetNamespace namespace, String instance) {
            return "";
        }

        @Override
        public void write(NetNamespace namespace, String instance, String text) {}
    };

    /// `net/ipv4`
    public static final SysctlTable GLOBAL = new Global("");

    /// `net/ipv4/route`
    public static final SysctlTable ROUTE = new Global("route");

    /// `net/ipv4/conf`
    public static final SysctlTable CONF = new Conf();

    private Ip4Sysctls() {}

    private static final class Global implements SysctlTable {
        private final String directory;
        private final List<Sysctl> entries;

        Global(String below) {
            directory = below.isEmpty() ? "net/ipv4" : "net/ipv4/" + below;
            Stream<Sysctl> settings = Ip4Global.ALL.stream()
                    .filter(s -> s.directory().equals(below))
                    .map(s -> new Sysctl(s.fileName(), READ_WRITE, access(s)));
            Stream<Sysctl> more = below.isEmpty()
                    ? Stream.of(new Sysctl("ip_forward", READ_WRITE, FORWARDING))
                    : Stream.of(new Sysctl("flush", 0200, FLUSH));
            entries = Stream.concat(settings, more)
                    .sorted(Comparator.comparing(Sysctl::name))
                    .toList();
        }

        @Override
        public String directory() {
            return directory;
        }

        @Override
        public List<Sysctl> entries(NetNamespace namespace, String instance) {
            return entries;
        }
    }

    private static final class Conf implements SysctlTable {
        private final List<Sysctl> entries = Ip4Setting.ALL.stream()
                .map(s -> new Sysctl(s.fileName(), s == Ip4Setting.MC_FORWARDING ? READ_ONLY : READ_WRITE, access(s)))
                .toList();

        @Override
        public String directory() {
            return "net/ipv4/conf";
        }

        @Override
        public boolean hasInstances() {
            return true;
        }

        @Override
        public List<String> instances(NetNamespace namespace) {
            List<String> names = new ArrayList<>(List.of("all", "default"));
            namespace.devices().forEach(device -> names.add(device.name()));
            return names;
        }

        @Override
        public List<Sysctl> entries(NetNamespace namespace, String instance) {
            return entries;
        }
    }

    private static Sysctl.Access access(Ip4Global setting) {
        return new Sysctl.Access() {
            @Override
            public String read(NetNamespace namespace, String instance) {
                return setting.number().format(Ip4Config.of(namespace).get(setting));
            }

            @Override
            public void write(NetNamespace namespace, String instance, String text) {
                Ip4Config.of(namespace).set(setting, setting.number().parse(text));
            }
        };
    }

    private static Sysctl.Access access(Ip4Setting setting) {
        return new Sysctl.Access() {
            @Override
            public String read(NetNamespace namespace, String instance) {
                Ip4Config config = Ip4Config.of(namespace);
                int value = switch (instance) {
                    case "all" -> config.all(setting);
                    case "default" -> config.defaultOf(setting);
                    default -> Ip4Device.of(device(namespace, instance)).own(setting);
                };
                return Ip4Setting.NUMBER.format(value);
            }

            @Override
            public void write(NetNamespace namespace, String instance, String text) {
                Ip4Config config = Ip4Config.of(namespace);
                int value = Ip4Setting.NUMBER.parse(text);
                switch (instance) {
                    case "all" -> config.setAll(setting, value);
                    case "default" -> config.setDefault(setting, value);
                    default -> config.set(device(namespace, instance), setting, value);
                }
            }
        };
    }

    private static NetDevice device(NetNamespace namespace, String name) {
        return Objects.requireNonNull(namespace.device(name), name);
    }
}
