package dev.weft.net.netfilter.iptables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What `iptables -h` prints.
final class Help {
    private static final String RESTORE_OPTIONS = """
        	   [ --counters ]
        	   [ --verbose ]
        	   [ --version]
        	   [ --test ]
        	   [ --help ]
        	   [ --noflush ]
        """;

    private Help() {}

    static String of(Tool tool) {
        return tool.nameAndVersion() + "\n" + resource(tool.isIp4() ? "iptables-help.txt" : "ip6tables-help.txt");
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(Help.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of `iptables-restore`.
    static String restore(Tool tool) {
        String usage = "Usage: " + tool.name() + " [-c] [-v] [-V] [-t] [-h] [-n] ";
        return tool.isLegacy()
                ? usage + "[-w secs] [-W usecs] [-T table] [-M command] [file]\n"
                        + RESTORE_OPTIONS
                        + "\t   [ --wait=<seconds>\n\t   [ --table=<TABLE> ]\n\t   [ --modprobe=<command> ]\n"
                : usage + "[-T table] [-M command] [-4] [-6] [file]\n"
                        + RESTORE_OPTIONS
                        + "\t   [ --table=<TABLE> ]\n\t   [ --modprobe=<command> ]\n"
                        + "\t   [ --ipv4 ]\n\t   [ --ipv6 ]\n";
    }
}
