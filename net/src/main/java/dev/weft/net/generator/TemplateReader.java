package dev.weft.net.generator;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.generator.PacketTemplate.Variation;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Reads the `data { … }` of a stream in VPP's words: headers from the outermost in, then the payload.
///
/// ```
/// IP4: 02:00:00:00:00:01 -> 02:00:00:00:00:02
/// UDP: 10.0.0.1 -> 10.1.0.0 - 10.1.0.255
/// UDP: 1234 -> 80
/// incrementing 18
/// ```
final class TemplateReader {
    private static final int IPV4_BYTES = 20;
    private static final int MOST_VALUES = 1 << 20;

    private final ByteBuffer bytes = ByteBuffer.allocate(9000);
    private final List<Variation> variations = new ArrayList<>();
    private int ipv4 = -1;
    private int udp = -1;

    /// @param size bytes of the whole packet; 0 to take it as the data say
    PacketTemplate read(Args args, int size) {
        expect(args, "{");
        while (!args.take("}")) {
            String word = args.next();
            switch (word) {
                case "IP4:" -> ethernet(args);
                case "UDP:" -> udp(args);
                case "ICMP:" -> ipv4(args, 1);
                case "TCP:" -> ipv4(args, 6);
                case "hex" -> hex(args.next());
                case "incrementing" -> incrementing(args.nextU16("invalid length"));
                default -> throw unknown(word);
            }
        }
        while (bytes.position() < size) {
            bytes.put((byte) 0);
        }
        finish();
        byte[] made = new byte[bytes.position()];
        bytes.flip().get(made);
        return new PacketTemplate(made, List.copyOf(variations), ipv4);
    }

    private void ethernet(Args args) {
        long source = mac(args);
        expect(args, "->");
        long destination = mac(args);
        bytes.putShort((short) (destination >>> 32)).putInt((int) destination);
        bytes.putShort((short) (source >>> 32)).putInt((int) source);
        bytes.putShort((short) 0x0800);
    }

    private static long mac(Args args) {
        String word = args.next();
        return MacAddress.parse(word).orElseThrow(() -> unknown(word)).bits();
    }

    /// The first `UDP:` has addresses, the second one ports.
    private void udp(Args args) {
        if (ipv4 < 0) {
            ipv4(args, 17);
            return;
        }
        udp = bytes.position();
        bytes.putShort((short) args.nextU16("invalid port"));
        expect(args, "->");
        bytes.putShort((short) args.nextU16("invalid port"));
        bytes.putInt(0);
    }

    private void ipv4(Args args, int protocol) {
        ipv4 = bytes.position();
        bytes.put((byte) 0x45).put((byte) 0).putShort((short) 0).putInt(0);
        bytes.put((byte) 64).put((byte) protocol).putShort((short) 0);
        address(args);
        expect(args, "->");
        address(args);
    }

    /// One address, or the first and the last of a range that is walked through.
    private void address(Args args) {
        int first = ip(args);
        int offset = bytes.position();
        bytes.putInt(first);
        if (args.take("-")) {
            int count = ip(args) - first + 1;
            if (count < 1 || count > MOST_VALUES) {
                throw CommandFailure.failed(1, "packet-generator: invalid address range\n");
            }
            int[] values = new int[count];
            for (int i = 0; i < count; i++) {
                values[i] = first + i;
            }
            variations.add(new Variation(offset, values));
        }
    }

    private static int ip(Args args) {
        String word = args.next();
        return Ip4Address.parse(word).orElseThrow(() -> unknown(word)).bits();
    }

    private void hex(String word) {
        String digits = word.startsWith("0x") ? word.substring(2) : word;
        if (digits.length() % 2 != 0 || !digits.matches("[0-9a-fA-F]*")) {
            throw unknown(word);
        }
        for (int i = 0; i < digits.length(); i += 2) {
            bytes.put((byte) Integer.parseInt(digits, i, i + 2, 16));
        }
    }

    private void incrementing(int count) {
        for (int i = 0; i < count && bytes.hasRemaining(); i++) {
            bytes.put((byte) i);
        }
    }

    /// Lengths and the header checksum can be told only when all is there.
    private void finish() {
        int end = bytes.position();
        if (udp >= 0) {
            bytes.putShort(udp + 4, (short) (end - udp));
        }
        if (ipv4 < 0) {
            return;
        }
        bytes.putShort(ipv4 + 2, (short) (end - ipv4));
        int sum = 0;
        for (int i = 0; i < IPV4_BYTES; i += 2) {
            sum += bytes.getShort(ipv4 + i) & 0xffff;
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        bytes.putShort(ipv4 + 10, (short) ~((sum & 0xffff) + (sum >>> 16)));
    }

    private static void expect(Args args, String word) {
        if (!args.take(word)) {
            throw unknown(args.peek());
        }
    }

    private static CommandFailure unknown(String word) {
        return CommandFailure.failed(1, "packet-generator: unknown input '" + word + "'\n");
    }
}
