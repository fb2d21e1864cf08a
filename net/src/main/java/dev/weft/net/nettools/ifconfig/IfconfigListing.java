package dev.weft.net.nettools.ifconfig;

import dev.weft.core.wire.MacAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What `ifconfig` shows of an interface: at length, or in a row (`-s`).
final class IfconfigListing {
    static final String HEADER = "Iface      MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n";

    private static final int ETHER = 1;
    private static final int TUNNEL = 768;
    private static final int LOOPBACK = 772;
    private static final String UNITS = "KMGTPE";

    private IfconfigListing() {}

    static String full(Interface shown) {
        StringBuilder text = new StringBuilder(shown.name() + ": flags=" + (short) shown.flags() + "<");
        text.append(Arrays.stream(InterfaceFlag.values())
                .filter(flag -> shown.has(flag.bit))
                .map(Enum::name)
                .collect(Collectors.joining(",")));
        text.append(">  mtu " + shown.mtu() + "\n");
        shown.inet()
                .ifPresent(inet -> text.append("        inet " + inet.address() + "  netmask " + inet.netmask()
                        + (shown.has(InterfaceFlag.BROADCAST.bit) ? "  broadcast " + inet.broadcast() : "")
                        + (shown.has(InterfaceFlag.POINTOPOINT.bit) ? "  destination " + inet.destination() : "")
                        + "\n"));
        text.append("        " + hardware(shown) + "\n");
        shown.counters().ifPresent(counters -> append(text, counters));
        return text.append("\n").toString();
    }

    static String row(Interface shown) {
        String head = "%-15.15s %5d".formatted(shown.name(), shown.mtu());
        String counters = shown.counters()
                .map(c -> " %8d %6d %6d %-6d %8d %6d %6d %6d "
                        .formatted(
                                c.rxPackets(),
                                c.rxErrors(),
                                c.rxDropped(),
                                0,
                                c.txPackets(),
                                c.txErrors(),
                                c.txDropped(),
                                0))
                .orElse("      - no statistics available -                        ");
        return head + counters + letters(shown) + "\n";
    }

    private static String letters(Interface shown) {
        if (shown.flags() == 0) {
            return "[NO FLAGS]";
        }
        return letter(shown, InterfaceFlag.ALLMULTI, "A")
                + letter(shown, InterfaceFlag.BROADCAST, "B")
                + letter(shown, InterfaceFlag.DEBUG, "D")
                + letter(shown, InterfaceFlag.LOOPBACK, "L")
                + letter(shown, InterfaceFlag.MULTICAST, "M")
                + letter(shown, InterfaceFlag.DYNAMIC, "d")
                + letter(shown, InterfaceFlag.PROMISC, "P")
                + letter(shown, InterfaceFlag.NOTRAILERS, "N")
                + letter(shown, InterfaceFlag.NOARP, "O")
                + letter(shown, InterfaceFlag.POINTOPOINT, "P")
                + letter(shown, InterfaceFlag.SLAVE, "s")
                + letter(shown, InterfaceFlag.MASTER, "m")
                + letter(shown, InterfaceFlag.RUNNING, "R")
                + letter(shown, InterfaceFlag.UP, "U");
    }

    private static String letter(Interface shown, InterfaceFlag flag, String letter) {
        return shown.has(flag.bit) ? letter : "";
    }

    private static String hardware(Interface shown) {
        String queue = "  txqueuelen " + shown.txQueueLength() + "  ";
        return switch (shown.type()) {
            case ETHER -> "ether " + shown.mac() + queue + "(Ethernet)";
            case LOOPBACK -> "loop" + queue + "(Local Loopback)";
            case TUNNEL -> "tunnel" + queue + "(IPIP Tunnel)";
            default -> "unspec " + bytes(shown.mac()) + queue + "(UNSPEC)";
        };
    }

    /// The sixteen bytes of a `struct sockaddr`.
    private static String bytes(MacAddress mac) {
        return mac.toString().toUpperCase(Locale.ROOT).replace(':', '-') + "-00".repeat(10);
    }

    private static void append(StringBuilder text, Interface.Counters counters) {
        text.append("        RX packets %d  bytes %d (%s)\n"
                .formatted(counters.rxPackets(), counters.rxBytes(), scaled(counters.rxBytes())));
        text.append("        RX errors %d  dropped %d  overruns 0  frame 0\n"
                .formatted(counters.rxErrors(), counters.rxDropped()));
        text.append("        TX packets %d  bytes %d (%s)\n"
                .formatted(counters.txPackets(), counters.txBytes(), scaled(counters.txBytes())));
        text.append("        TX errors %d  dropped %d overruns 0  carrier 0  collisions %d\n"
                .formatted(counters.txErrors(), counters.txDropped(), counters.collisions()));
    }

    /// `23.6 KiB`: one digit, cut off.
    static String scaled(long bytes) {
        long whole = bytes;
        long tenths = 0;
        int unit = -1;
        while (whole >= 1024 && unit < UNITS.length() - 1) {
            tenths = whole % 1024 * 10 / 1024;
            whole /= 1024;
            unit++;
        }
        return whole + "." + tenths + " " + (unit < 0 ? "B" : UNITS.charAt(unit) + "iB");
    }
}
