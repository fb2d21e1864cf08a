package dev.weft.net.netfilter.set;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The help texts of `ipset`.
final class IpsetHelp {
    private static final String TYPES = "Supported set types:\n";

    private IpsetHelp() {}

    static String general() {
        return text("help");
    }

    /// Everything but the list of types.
    static String usage() {
        String text = general();
        return text.substring(0, text.indexOf(TYPES) - 1);
    }

    static String of(SetType type) {
        return usage() + "\n" + text(type.text().replace(':', '-').replace(',', '-'));
    }

    private static String text(String name) {
        try (InputStream file = Objects.requireNonNull(IpsetHelp.class.getResourceAsStream(name + ".txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
