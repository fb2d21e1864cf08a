package dev.weft.net.ip.neighbor;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.link.Devices;
import dev.weft.net.namespace.Jiffies;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `ip ntable change` is to change (iproute2: `ipntable_modify`).
final class NeighborTableChange {
    private static final int SECOND_MILLIS = 1000;

    private final NetNamespace namespace;
    private final Map<NeighborSetting, Integer> settings = new EnumMap<>(NeighborSetting.class);
    private final Map<String, Integer> thresholds = new HashMap<>();
    private String name = "";
    private @Nullable NetDevice device;

    NeighborTableChange(NetNamespace namespace) {
        this.namespace = namespace;
    }

    String name() {
        return name;
    }

    /// Whose settings they are; null for those of new devices and of the table itself.
    @Nullable
    NetDevice device() {
        return device;
    }

    NeighborTableChange read(Args args) {
        while (args.hasNext()) {
            if (args.take("name")) {
                String word = args.next();
                if (!name.isEmpty()) {
                    throw Args.duplicate("NAME", word);
                }
                name = word;
            } else if (args.take("dev")) {
                device = Devices.require(namespace, args.next());
            } else {
                readValue(args);
            }
        }
        if (name.isEmpty()) {
            throw Args.missing("NAME");
        }
        if (settings.isEmpty() && thresholds.isEmpty()) {
            throw CommandFailure.exit(255, "Not enough information: changeable attributes required.\n");
        }
        return this;
    }

    private void readValue(Args args) {
        String word = args.next();
        switch (word) {
            case "thresh1", "thresh2", "thresh3", "gc_int" -> thresholds.put(word, (int) number(args, word));
            case "base_reachable" -> time(args, word, NeighborSetting.BASE_REACHABLE_TIME);
            case "retrans" -> time(args, word, NeighborSetting.RETRANS_TIME);
            case "gc_stale" -> time(args, word, NeighborSetting.GC_STALE_TIME);
            case "delay_probe" -> time(args, word, NeighborSetting.DELAY_FIRST_PROBE_TIME);
            case "anycast_delay" -> time(args, word, NeighborSetting.ANYCAST_DELAY);
            case "proxy_delay" -> time(args, word, NeighborSetting.PROXY_DELAY);
            case "locktime" -> time(args, word, NeighborSetting.LOCKTIME);
            case "queue" -> {
                int packets = (int) number(args, word);
                settings.put(NeighborSetting.UNRES_QLEN_BYTES, packets * NeighborSysctls.FRAME_BYTES);
            }
            case "app_probes" -> settings.put(NeighborSetting.APP_SOLICIT, (int) number(args, word));
            case "ucast_probes" -> settings.put(NeighborSetting.UCAST_SOLICIT, (int) number(args, word));
            case "mcast_probes" -> settings.put(NeighborSetting.MCAST_SOLICIT, (int) number(args, word));
            case "proxy_queue" -> settings.put(NeighborSetting.PROXY_QLEN, (int) number(args, word));
            default -> throw Args.invalid("unknown", word);
        }
    }

    private static long number(Args args, String word) {
        return args.nextU32("\"" + word + "\" value is invalid");
    }

    private void time(Args args, String word, NeighborSetting setting) {
        settings.put(setting, Jiffies.ofMillis(args.nextU64("\"" + word + "\" value is invalid")));
    }

    void apply(NeighborTable table) {
        NetDevice on = device;
        NeighborThresholds all = table.thresholds();
        NeighborParameters parameters = on == null ? all.defaults() : table.parameters(on);
        settings.forEach(parameters::set);
        thresholds.forEach((word, value) -> {
            switch (word) {
                case "thresh1" -> all.threshold1(value);
                case "thresh2" -> all.threshold2(value);
                case "thresh3" -> all.threshold3(value);
                default -> all.gcIntervalSeconds(value / SECOND_MILLIS);
            }
        });
    }
}
