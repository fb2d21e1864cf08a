package dev.weft.net.netfilter.match.tcp;

import dev.weft.core.wire.Tcp;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Which flags of TCP are looked at, and which of them must be set.
record TcpFlags(int mask, int set, boolean isInverted) {
    static final TcpFlags ANY = new TcpFlags(0, 0, false);

    private static final Map<String, Integer> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("FIN", Tcp.FIN);
        NAMES.put("SYN", Tcp.SYN);
        NAMES.put("RST", Tcp.RST);
        NAMES.put("PSH", Tcp.PSH);
        NAMES.put("ACK", Tcp.ACK);
        NAMES.put("URG", Tcp.URG);
    }

    private static final Map<String, Integer> ALL_AND_NONE = Map.of("ALL", 0x3f, "NONE", 0);

    /// `--syn`
    static TcpFlags syn(boolean inverted) {
        return new TcpFlags(Tcp.SYN | Tcp.RST | Tcp.ACK | Tcp.FIN, Tcp.SYN, inverted);
    }

    static TcpFlags parse(String mask, String set, boolean inverted) {
        return new TcpFlags(flags(mask), flags(set), inverted);
    }

    private static int flags(String words) {
        int flags = 0;
        for (String word : words.split(",")) {
            String name = word.toUpperCase(Locale.ROOT);
            Integer flag = ALL_AND_NONE.containsKey(name) ? ALL_AND_NONE.get(name) : NAMES.get(name);
            if (flag == null) {
                throw XtablesError.parameter("Unknown TCP flag `" + word + "'");
            }
            flags |= flag;
        }
        return flags;
    }

    boolean matches(int flags) {
        return ((flags & mask) == set) != isInverted;
    }

    void save(StringBuilder to) {
        if (mask != 0 || set != 0) {
            to.append(isInverted ? " !" : "")
                    .append(" --tcp-flags ")
                    .append(text(mask))
                    .append(' ')
                    .append(text(set));
        }
    }

    void print(StringBuilder to, boolean numeric) {
        if (mask == 0 && !isInverted) {
            return;
        }
        to.append(" flags:").append(isInverted ? "!" : "");
        if (numeric) {
            to.append(String.format("0x%02X/0x%02X", mask, set));
        } else {
            to.append(text(mask)).append('/').append(text(set));
        }
    }

    private static String text(int flags) {
        StringBuilder text = new StringBuilder();
        NAMES.forEach((name, flag) -> {
            if ((flags & flag) != 0) {
                text.append(text.isEmpty() ? "" : ",").append(name);
            }
        });
        return text.isEmpty() ? "NONE" : text.toString();
    }
}
