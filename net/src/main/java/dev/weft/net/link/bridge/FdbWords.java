package dev.weft.net.link.bridge;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.link.Devices;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the verbs of `bridge fdb` read alike.
final class FdbWords {
    private static final String OCTET = "\\s*(?:0[xX])?([0-9a-fA-F]+)";
    private static final Pattern MAC =
            Pattern.compile("%1$s:%1$s:%1$s:%1$s:%1$s:%1$s.*".formatted(OCTET), Pattern.DOTALL);

    private FdbWords() {}

    static CommandFailure failure(String text) {
        return CommandFailure.failed(255, text);
    }

    /// Six octets, and whatever may follow, as sscanf(3) reads them.
    static long mac(String word) {
        Matcher octets = MAC.matcher(word);
        if (!octets.matches()) {
            throw failure("Invalid mac address " + word + "\n");
        }
        long address = 0;
        for (int i = 1; i <= 6; i++) {
            String digits = octets.group(i);
            address = address << 8 | Integer.parseInt(digits.substring(Math.max(0, digits.length() - 2)), 16);
        }
        return address;
    }

    static NetDevice device(NetNamespace namespace, String word) {
        return device(namespace, word, "Cannot find device");
    }

    static NetDevice bridge(NetNamespace namespace, String word) {
        return device(namespace, word, "Cannot find bridge device");
    }

    static NetDevice device(NetNamespace namespace, String word, String failure) {
        NetDevice device = Devices.find(namespace, word);
        if (device == null) {
            throw failure(failure + " \"" + word + "\"\n");
        }
        return device;
    }
}
