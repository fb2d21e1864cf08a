package dev.weft.net.link.bridge;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import dev.weft.core.errno.Errno;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.time.Timer;
import dev.weft.core.wire.BridgeId;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.link.MacTable;
import dev.weft.net.namespace.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What `brctl` shows.
final class BrctlShow {
    private final Session session;
    private final NetNamespace namespace;
    private final long now;

    BrctlShow(Session session) {
        this.session = session;
        this.namespace = session.namespace();
        this.now = Network.of(namespace).clock().nanos();
    }

    // ---- show

    /// @return the exit status
    int list(List<String> names) {
        if (names.isEmpty()) {
            List<Bridge> all = namespace.devices().stream()
                    .filter(Bridge.class::isInstance)
                    .map(Bridge.class::cast)
                    .sorted(Comparator.comparing(NetDevice::name))
                    .toList();
            list(all, true);
            return 0;
        }
        int status = 0;
        boolean first = true;
        for (String name : names) {
            NetDevice device = namespace.device(name);
            if (device instanceof Bridge bridge) {
                list(List.of(bridge), first);
                first = false;
            } else {
                session.err(complaint(name, device != null));
                status = 1;
            }
        }
        return status;
    }

    private void list(List<Bridge> bridges, boolean withHeader) {
        if (withHeader && !bridges.isEmpty()) {
            session.out("bridge name\tbridge id\t\tSTP enabled\tinterfaces\n");
        }
        for (Bridge bridge : bridges) {
            String id = new BridgeId(bridge.tree.bridgeId()).toString();
            String stp = bridge.tree.isEnabled() ? "yes" : "no";
            List<String> ports = sorted(bridge).stream().map(BridgePort::name).toList();
            session.out(
                    bridge.name() + "\t\t" + id + "\t" + stp + "\t\t" + String.join("\n\t\t\t\t\t\t\t", ports) + "\n");
        }
    }

    private static List<BridgePort> sorted(Bridge bridge) {
        return bridge.ports().stream()
                .sorted(Comparator.comparing(BridgePort::name))
                .toList();
    }

    // ---- showmacs

    void addresses(String name) {
        NetDevice device = namespace.device(name);
        if (!(device instanceof Bridge bridge)) {
            Errno why = device == null ? Errno.ENODEV : Errno.EOPNOTSUPP;
            throw CommandFailure.exit(1, "read of forward table failed: " + why.text() + "\n");
        }
        session.out("port no\tmac addr\t\tis local?\tageing timer\n");
        MacTable table = bridge.fdb.table;
        List<Integer> slots = new ArrayList<>();
        for (int slot = 0; slot < table.capacity(); slot++) {
            if (table.isFilled(slot) && table.port(slot) != Fdb.NO_PORT) {
                slots.add(slot);
            }
        }
        slots.sort(Comparator.comparingLong(table::address));
        for (int slot : slots) {
            boolean isStatic = (table.flags(slot) & FdbFlag.STATIC) != 0;
            boolean isLocal = (table.flags(slot) & FdbFlag.LOCAL) != 0;
            long silent = Integer.toUnsignedLong(MacTable.tick(now) - table.updated(slot)) * MacTable.TICK_NANOS;
            session.out("%3d\t%s\t%s\t\t%s\n"
                    .formatted(
                            table.port(slot),
                            MacAddress.toString(table.address(slot)),
                            isLocal ? "yes" : "no",
                            time(isStatic ? 0 : silent)));
        }
    }

    // ---- showstp

    void spanningTree(String name) {
        NetDevice device = namespace.device(name);
        if (!(device instanceof Bridge bridge)) {
            throw CommandFailure.exit(1, complaint(name, device != null));
        }
        SpanningTree tree = bridge.tree;
        StpTimes times = tree.current();
        session.out(bridge.name() + "\n");
        line(" bridge id\t\t%s", new BridgeId(tree.bridgeId()));
        line(" designated root\t%s", new BridgeId(tree.designatedRoot()));
        line(" root port\t\t%4d\t\t\tpath cost\t\t%4d", tree.rootPort(), tree.rootPathCost());
        line(" max age\t\t%s\t\t\tbridge max age\t\t%s", time(times.maxAge), time(times.maxAge));
        line(" hello time\t\t%s\t\t\tbridge hello time\t%s", time(times.helloTime), time(times.helloTime));
        line(" forward delay\t\t%s\t\t\tbridge forward delay\t%s", time(times.forwardDelay), time(times.forwardDelay));
        line(" ageing time\t\t%s", time(tree.ageingTime()));
        line(" hello timer\t\t%s\t\t\ttcn timer\t\t%s", left(tree.helloTimer()), left(tree.notificationTimer()));
        line(
                " topology change timer\t%s\t\t\tgc timer\t\t%s",
                left(tree.topologyChangeTimer()), left(bridge.fdb.cleanUpTimer()));
        line(
                " flags\t\t\t%s%s",
                tree.isTopologyChanging() ? "TOPOLOGY_CHANGE " : "",
                tree.isTopologyChangeDetected() ? "TOPOLOGY_CHANGE_DETECTED " : "");
        session.out("\n\n");
        sorted(bridge).forEach(this::port);
    }

    private void port(BridgePort port) {
        session.out(port.name() + " (" + port.number + ")\n");
        line(" port id\t\t%04x\t\t\tstate\t\t%15s", port.id(), port.state.word());
        line(" designated root\t%s\tpath cost\t\t%4d", new BridgeId(port.designatedRoot), port.pathCost);
        line(
                " designated bridge\t%s\tmessage age timer\t%s",
                new BridgeId(port.designatedBridge), left(port.messageAgeTimer));
        line(" designated port\t%04x\t\t\tforward delay timer\t%s", port.designatedPort, left(port.forwardDelayTimer));
        line(" designated cost\t%4d\t\t\thold timer\t\t%s", port.designatedCost, left(port.holdTimer));
        line(
                " flags\t\t\t%s%s",
                port.configPending ? "CONFIG_PENDING " : "",
                port.topologyChangeAcknowledge ? "TOPOLOGY_CHANGE_ACK " : "");
        if (port.has(PortFlag.HAIRPIN)) {
            line(" hairpin mode\t\t%4d", 1);
        }
        session.out("\n");
    }

    private void line(String format, Object... values) {
        session.out(String.format(Locale.ROOT, format, values) + "\n");
    }

    /// `  15.00`: seconds and hundredths.
    private static String time(long nanos) {
        long centiseconds = nanos / StpTimes.CENTISECOND;
        return "%4d.%02d".formatted(centiseconds / 100, centiseconds % 100);
    }

    private String left(Timer timer) {
        return time(timer.isSet() ? Math.max(0, timer.deadlineNanos() - now) : 0);
    }

    private static String complaint(String name, boolean exists) {
        return exists ? "device " + name + " is not a bridge!\n" : "bridge " + name + " does not exist!\n";
    }
}
