package dev.weft.bench;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.generator.PacketTemplate;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.ConntrackSetting;

/// Forwarding with connection tracking: 64-byte UDP packets of as many flows as there are destinations, all
/// known already or all new.
final class ConntrackBenchmark implements Benchmark {
    private static final int SOURCE = 0x0a00_0002;
    private static final int FIRST = 20 << 24;

    /// What is measured.
    enum Mode {
        /// Nothing is tracked: what the others are compared with.
        OFF,
        /// Every packet belongs to a connection that is there.
        KNOWN,
        /// Every packet begins a connection.
        NEW,
        /// As [#KNOWN], and the source is translated.
        NAT
    }

    private final int flows;
    private final Mode mode;
    private final Bed bed = new Bed(256);
    private PacketTemplate template = Frames.NONE;

    ConntrackBenchmark(int flows, Mode mode) {
        this.flows = flows;
        this.mode = mode;
    }

    private Conntrack conntrack() {
        return Conntrack.of(bed.lab().network().initial());
    }

    @Override
    public void prepare() {
        bed.lab().sh("""
            ip link add d0 type dummy
            ip link add d1 type dummy
            ip link set d0 up
            ip link set d1 up
            ip link set d1 arp on
            ip addr add 10.0.0.1/24 dev d0
            ip addr add 10.0.1.1/24 dev d1
            sysctl -qw net.ipv4.ip_forward=1
            ip neigh add 10.0.1.2 lladdr 02:00:00:00:00:02 dev d1 nud permanent
            ip route add 20.0.0.0/7 via 10.0.1.2
            """);
        conntrack().set(ConntrackSetting.MAX, 4 * flows);
        conntrack().set(ConntrackSetting.ACCT, 1);
        if (mode == Mode.NAT) {
            bed.lab().sh("iptables -t nat -A POSTROUTING -o d1 -j MASQUERADE");
        } else if (mode != Mode.OFF) {
            conntrack().use();
        }
        int[] destinations = new int[flows];
        for (int i = 0; i < flows; i++) {
            destinations[i] = FIRST + (int) (i * 7_368_787L % flows); // neighbours in time are none in the table
        }
        NetDevice d0 = bed.device("d0");
        template = Frames.udp(0x0200_0000_0001L, d0.address(), SOURCE, destinations);
        if (mode != Mode.NEW) {
            bed.nanosPerPacket("d0", "d1", template, 1_000_000);
        }
    }

    @Override
    public String name() {
        return "conntrack-" + mode.name().toLowerCase(java.util.Locale.ROOT) + "-" + flows;
    }

    @Override
    public String question() {
        return switch (mode) {
            case OFF -> "forwarding of " + flows + " flows, without tracking";
            case KNOWN -> "forwarding of " + flows + " flows that are tracked";
            case NEW -> "forwarding of first packets, each of a flow of its own, of " + flows;
            case NAT -> "forwarding of " + flows + " flows that are tracked and translated";
        };
    }

    @Override
    public String unit() {
        return "ns/packet";
    }

    @Override
    public int rounds() {
        return 5;
    }

    @Override
    public double sample() {
        if (mode == Mode.NEW) {
            conntrack().forEach(slot -> conntrack().kill(slot, 0));
        }
        return bed.nanosPerPacket("d0", "d1", template, mode == Mode.NEW ? flows : 1_000_000);
    }
}
