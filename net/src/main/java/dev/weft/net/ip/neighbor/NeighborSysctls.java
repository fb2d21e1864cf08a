package dev.weft.net.ip.neighbor;

import dev.weft.core.packet.DeviceKey;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Network;
import dev.weft.net.namespace.Sysctl;
import dev.weft.net.namespace.SysctlNumber;
import dev.weft.net.namespace.SysctlTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The files under `net/ipv4/neigh` and its like: one directory for each device, and in a network's first namespace
/// `default` (kernel: `neigh_sysctl_register`).
public final class NeighborSysctls implements SysctlTable {
    private static final String DEFAULT = "default";
    private static final int READ_WRITE = 0644;

    /// What Linux takes a full Ethernet frame for, in memory (kernel: `SKB_TRUESIZE(ETH_FRAME_LEN)`).
    static final int FRAME_BYTES = 2090;

    private final String directory;
    private final DeviceKey<NeighborParameters> key;
    private final List<Sysctl> ofDevice;
    private final List<Sysctl> ofDefault;

    /// @param key where devices keep their settings
    public NeighborSysctls(String directory, DeviceKey<NeighborParameters> key) {
        this.directory = directory;
        this.key = key;
        this.ofDevice = sorted(Stream.concat(
                NeighborSetting.ALL.stream()
                        .map(setting -> file(setting.fileName(), new Setting(setting, setting.number()))),
                Stream.of(
                        file(
                                "base_reachable_time",
                                new Setting(NeighborSetting.BASE_REACHABLE_TIME, SysctlNumber.SECONDS)),
                        file("retrans_time", new Setting(NeighborSetting.RETRANS_TIME, SysctlNumber.CENTISECONDS)),
                        file("unres_qlen", new QueueLength()))));
        this.ofDefault = sorted(Stream.concat(
                ofDevice.stream(),
                Stream.of(Threshold.values()).map(threshold -> file(threshold.fileName, threshold))));
    }

    private static List<Sysctl> sorted(Stream<Sysctl> files) {
        return files.sorted(Comparator.comparing(Sysctl::name)).toList();
    }

    private static Sysctl file(String name, Sysctl.Access access) {
        return new Sysctl(name, READ_WRITE, access);
    }

    @Override
    public String directory() {
        return directory;
    }

    @Override
    public boolean hasInstances() {
        return true;
    }

    @Override
    public List<String> instances(NetNamespace namespace) {
        List<String> names = new ArrayList<>();
        if (Network.of(namespace).initial() == namespace) {
            names.add(DEFAULT);
        }
        namespace.devices().forEach(device -> names.add(device.name()));
        return names;
    }

    @Override
    public List<Sysctl> entries(NetNamespace namespace, String instance) {
        return instance.equals(DEFAULT) ? ofDefault : ofDevice;
    }

    private NeighborParameters parameters(NetNamespace namespace, String instance) {
        return instance.equals(DEFAULT)
                ? NeighborThresholds.of(Network.of(namespace)).defaults()
                : Objects.requireNonNull(namespace.device(instance), instance).get(key);
    }

    /// Sets a device's own value, or the default, which reaches devices that nobody has touched.
    private void set(NetNamespace namespace, String instance, NeighborSetting setting, int value) {
        parameters(namespace, instance).set(setting, value);
        if (instance.equals(DEFAULT)) {
            for (NetDevice device : namespace.devices()) {
                device.get(key).inherit(setting, value);
            }
        }
    }

    /// A setting, written in one of its units.
    private final class Setting implements Sysctl.Access {
        private final NeighborSetting setting;
        private final SysctlNumber number;

        Setting(NeighborSetting setting, SysctlNumber number) {
            this.setting = setting;
            this.number = number;
        }

        @Override
        public String read(NetNamespace namespace, String instance) {
            return number.format(parameters(namespace, instance).get(setting));
        }

        @Override
        public void write(NetNamespace namespace, String instance, String text) {
            set(namespace, instance, setting, number.parse(text));
        }
    }

    /// The limit of the queue in packets, which Linux keeps in bytes.
    private final class QueueLength implements Sysctl.Access {
        private static final SysctlNumber PACKETS = SysctlNumber.between(0, Integer.MAX_VALUE / FRAME_BYTES);

        @Override
        public String read(NetNamespace namespace, String instance) {
            int bytes = parameters(namespace, instance).get(NeighborSetting.UNRES_QLEN_BYTES);
            return Integer.toString(bytes / FRAME_BYTES);
        }

        @Override
        public void write(NetNamespace namespace, String instance, String text) {
            set(namespace, instance, NeighborSetting.UNRES_QLEN_BYTES, PACKETS.parse(text) * FRAME_BYTES);
        }
    }

    /// What holds for all tables.
    private enum Threshold implements Sysctl.Access {
        GC_INTERVAL("gc_interval") {
            @Override
            int get(NeighborThresholds all) {
                return all.gcIntervalSeconds();
            }

            @Override
            void set(NeighborThresholds all, int value) {
                all.gcIntervalSeconds(value);
            }
        },
        GC_THRESH1("gc_thresh1") {
            @Override
            int get(NeighborThresholds all) {
                return all.threshold1();
            }

            @Override
            void set(NeighborThresholds all, int value) {
                all.threshold1(value);
            }
        },
        GC_THRESH2("gc_thresh2") {
            @Override
            int get(NeighborThresholds all) {
                return all.threshold2();
            }

            @Override
            void set(NeighborThresholds all, int value) {
                all.threshold2(value);
            }
        },
        GC_THRESH3("gc_thresh3") {
            @Override
            int get(NeighborThresholds all) {
                return all.threshold3();
            }

            @Override
            void set(NeighborThresholds all, int value) {
                all.threshold3(value);
            }
        };

        private final String fileName;

        Threshold(String fileName) {
            this.fileName = fileName;
        }

        abstract int get(NeighborThresholds all);

        abstract void set(NeighborThresholds all, int value);

        @Override
        public String read(NetNamespace namespace, String instance) {
            return Integer.toString(get(NeighborThresholds.of(Network.of(namespace))));
        }

        @Override
        public void write(NetNamespace namespace, String instance, String text) {
            set(NeighborThresholds.of(Network.of(namespace)), SysctlNumber.NOT_NEGATIVE.parse(text));
        }
    }
}
