package dev.weft.net.tcpdump.print;

/// Prints Ethernet frames: addresses, VLAN tags, then what the type or the LLC header says.
/// ```
/// +-------------------+-------------------+-----------+---------
/// |  destination (6)  |    source (6)     | type (2)  | payload
/// +-------------------+-------------------+-----------+---------
/// ```
final class EthernetPrinter {
    static final int HEADER = 14;
    private static final int TAG = 4;
    private static final int LONGEST_802_3 = 1500;

    private EthernetPrinter() {}

    /// Prints a frame of `length` bytes on the wire and returns how long its headers are.
    static int print(Dissection d, int at, int length) {
        d.protocol("ether");
        if (length < d.captured(at)) {
            d.put("[length ").put(length).put(" < caplen ").put(d.captured(at)).put(']');
            d.invalid();
            return length;
        }
        if (d.captured(at) < HEADER) {
            d.truncated();
            return d.captured(at);
        }
        if (length < HEADER) {
            d.truncated();
            return length;
        }
        byte[] destination = d.bytes(at, 6);
        byte[] source = d.bytes(at + 6, 6);
        boolean link = d.options().link();
        if (link) {
            addresses(d, source, destination);
        }
        int type = d.u16(at + 12);
        int payload = at + HEADER;
        int left = length - HEADER;
        boolean lengthShown = false;
        while (EtherType.isVlan(type)) {
            if (d.captured(payload) < TAG || left < TAG) {
                d.protocol("vlan");
                d.truncated();
                return payload - at + Math.min(left, d.captured(payload));
            }
            if (link) {
                EtherType.print(d, type);
                lengthOrComma(d, lengthShown, length);
                lengthShown = true;
                tag(d, d.u16(payload));
            }
            type = d.u16(payload + 2);
            payload += TAG;
            left -= TAG;
        }
        if (type <= LONGEST_802_3) {
            return payload - at + print8023(d, payload, left, type, lengthShown, source, destination);
        }
        if (link) {
            EtherType.print(d, type);
            lengthOrComma(d, lengthShown, length);
        }
        d.linkHeaderLength(payload - at);
        if (!EtherType.printPayload(d, type, payload, left)) {
            if (!link) {
                addresses(d, source, destination);
                EtherType.print(d, type);
                d.put(", length ").put(length).put(": ");
            }
            HexPrinter.unknown(d, payload);
        }
        return payload - at;
    }

    private static int print8023(
            Dissection d, int payload, int left, int type, boolean lengthShown, byte[] source, byte[] destination) {
        int length = Math.min(type, left);
        int end = d.cut(payload + length);
        if (d.options().link()) {
            d.put("802.3");
            d.put(lengthShown ? "" : ", length " + length + ": ");
        }
        int header = LlcPrinter.print(d, payload, length, source, destination);
        if (header < 0) {
            HexPrinter.unknown(d, payload);
        }
        d.restore(end);
        return Math.abs(header);
    }

    private static void lengthOrComma(Dissection d, boolean shown, int length) {
        if (shown) {
            d.put(", ");
        } else {
            d.put(", length ").put(length).put(": ");
        }
    }

    private static void addresses(Dissection d, byte[] source, byte[] destination) {
        d.put(d.addresses().ethernet(source))
                .put(" > ")
                .put(d.addresses().ethernet(destination))
                .put(", ");
    }

    /// `vlan 5, p 0, DEI, ` from the tag control information (IEEE 802.1Q §9.6).
    static void tag(Dissection d, int tci) {
        d.put("vlan ").put(tci & 0xfff).put(", p ").put(tci >> 13);
        d.put((tci & 0x1000) != 0 ? ", DEI, " : ", ");
    }
}
