package dev.weft.net.iproute;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.wire.Bytes;
import dev.weft.core.wire.MacAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hardware addresses as commands take them (iproute2: `ll_addr_a2n`): hexadecimal octets between colons, however
/// many, or an IPv4 address for a tunnel.
public final class LinkAddress {
    private static final int MAX_LENGTH = 32;
    private static final int MAC_LENGTH = 6;
    private static final Pattern OCTET = Pattern.compile("\\s*\\+?(?:0[xX])?([0-9a-fA-F]{1,8}).*", Pattern.DOTALL);

    private LinkAddress() {}

    /// All octets of the word; fails with `"x" is invalid lladdr.`
    public static Bytes read(String word) {
        if (word.contains(".")) {
            int bits = InetPrefix.parsePrefix(word, AddressFamily.INET)
                    .orElseThrow(() -> invalid(word))
                    .ip4()
                    .bits();
            return Bytes.of((byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits);
        }
        String[] parts = word.split(":", -1);
        byte[] octets = new byte[Math.min(parts.length, MAX_LENGTH)];
        for (int i = 0; i < octets.length; i++) {
            Matcher digits = OCTET.matcher(parts[i]);
            if (!digits.matches() || Long.parseLong(digits.group(1), 16) > 255) {
                throw invalid(parts[i]);
            }
            octets[i] = (byte) Integer.parseInt(digits.group(1), 16);
        }
        return Bytes.of(octets);
    }

    /// A MAC address; fails with `Invalid address length 3 - must be 6 bytes` for more or fewer octets.
    public static MacAddress readMac(String word) {
        Bytes octets = read(word);
        if (octets.length() != MAC_LENGTH) {
            throw CommandFailure.failed(
                    1, "Invalid address length " + octets.length() + " - must be " + MAC_LENGTH + " bytes\n");
        }
        return mac(octets);
    }

    /// The MAC address that six octets are.
    public static MacAddress mac(Bytes octets) {
        long bits = 0;
        for (byte octet : octets.toByteArray()) {
            bits = bits << 8 | octet & 0xff;
        }
        return new MacAddress(bits);
    }

    private static CommandFailure invalid(String word) {
        return CommandFailure.failed(1, "\"" + word + "\" is invalid lladdr.\n");
    }
}
