package dev.weft.net.link.bridge;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.engine.Assembly;
import dev.weft.net.lab.Lab;
import java.util.List;

/// A bridge `br0` with hosts at its ports `p1`, `p2`, …: namespaces `h1`, `h2`, … with `eth0` of address
/// 02:00:00:00:00:a1 and so on.
final class BridgeLan {
    final Lab lab;
    final int hosts;

    BridgeLan(int hosts) {
        this(Lab.withSeed(1), hosts);
    }

    BridgeLan(long seed, int vectorSize, int workers, int hosts) {
        this(new Lab(new Assembly.Options(seed, vectorSize, List.of()), workers), hosts);
    }

    private BridgeLan(Lab lab, int hosts) {
        this.lab = lab;
        this.hosts = hosts;
        lab.sh("ip link add br0 address 02:00:00:00:00:10 type bridge");
        for (int n = 1; n <= hosts; n++) {
            lab.network().name("h" + n, lab.network().create());
            lab.sh("""
                ip link add p%1$d address 02:00:00:00:00:0%1$d type veth peer name eth0 address 02:00:00:00:00:a%1$d netns h%1$d
                ip link set p%1$d master br0 up
                ip -n h%1$d link set eth0 up
                """.formatted(n));
        }
        lab.sh("ip link set br0 up");
        for (int n = 1; n <= hosts; n++) {
            lab.watch(host(n));
        }
    }

    NetDevice host(int n) {
        return lab.device("h" + n, "eth0");
    }

    static long address(int n) {
        return 0x0200_0000_00a0L + n;
    }

    /// Host `from` sends a frame to the address of host `to`.
    void send(int from, int to) {
        lab.transmit(host(from), frame(address(to), address(from)));
    }

    /// How many frames a host has received.
    int seen(int n) {
        return lab.seen(host(n)).size();
    }

    /// `1 0 2`: what each host has received.
    String seen() {
        StringBuilder counts = new StringBuilder();
        for (int n = 1; n <= hosts; n++) {
            counts.append(n == 1 ? "" : " ").append(seen(n));
        }
        return counts.toString();
    }

    static byte[] frame(long destination, long source) {
        byte[] frame = new byte[60];
        for (int i = 0; i < 6; i++) {
            frame[i] = (byte) (destination >>> 40 - 8 * i);
            frame[6 + i] = (byte) (source >>> 40 - 8 * i);
        }
        frame[12] = (byte) 0x88;
        frame[13] = (byte) 0xb5;
        return frame;
    }
}
