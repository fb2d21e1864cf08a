package dev.weft.net.traceroute;

import dev.weft.core.wire.Icmp;
import java.util.Locale;
import java.util.function.IntFunction;

/// Probes in traceroute's words.
final class ProbeText {
    private ProbeText() {}

    /// What is printed of one probe behind those before it.
    ///
    /// @param names turns addresses into what is printed
    static String of(Probe[] probes, int index, int perHop, IntFunction<String> names) {
        Probe probe = probes[index];
        int first = index - index % perHop;
        StringBuilder out = new StringBuilder();
        if (index == first) {
            out.append(String.format(Locale.ROOT, "\n%2d ", index / perHop + 1));
        }
        if (!probe.isAnswered()) {
            out.append(" *");
        } else if (isNews(probes, first, index)) {
            out.append(' ').append(names.apply(probe.address()));
        }
        if (probe.isTimed()) {
            out.append(String.format(Locale.ROOT, "  %.3f ms", probe.roundTripNanos() / 1e6));
        }
        return (probe.mark().isEmpty() ? out : out.append(' ').append(probe.mark())).toString();
    }

    /// Is the answer from another host than the one before at the same hop?
    private static boolean isNews(Probe[] probes, int first, int index) {
        for (int i = index - 1; i >= first; i--) {
            if (probes[i].isAnswered()) {
                return !probes[i].sameAnswerer(probes[index]);
            }
        }
        return true;
    }

    /// The annotation of an ICMP error; empty for those that every trace is made of.
    ///
    /// @param info the path's MTU where that is the matter
    static String mark(int type, int code, int info) {
        if (type == Icmp.TIME_EXCEEDED && code == 0) {
            return "";
        }
        if (type != Icmp.DESTINATION_UNREACHABLE) {
            return "!<" + type + "-" + code + ">";
        }
        return switch (code) {
            case 0, 6, 11 -> "!N";
            case 1, 7, 8, 12 -> "!H";
            case 2 -> "!P";
            case 3 -> "";
            case Icmp.FRAGMENTATION_NEEDED -> tooBig(info);
            case 5 -> "!S";
            case 9, 10, 13 -> "!X";
            case 14 -> "!V";
            case 15 -> "!C";
            default -> "!<" + code + ">";
        };
    }

    static String tooBig(int mtu) {
        return "!F-" + mtu;
    }
}
