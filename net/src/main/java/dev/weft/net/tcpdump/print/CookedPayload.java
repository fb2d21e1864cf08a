package dev.weft.net.tcpdump.print;

/// What follows either of Linux's cooked headers.
final class CookedPayload {
    private static final int LONGEST_802_3 = 1500;
    private static final int NOVELL = 1;
    private static final int LLC = 4;
    private static final int TAG = 4;

    private CookedPayload() {}

    static int print(Dissection d, int at, int header, int length, int protocol, int address, int addressLength) {
        int type = protocol;
        int payload = at + header;
        int left = length - header;
        boolean link = d.options().link();
        if (type <= LONGEST_802_3) {
            return header;
        }
        if (link) {
            EtherType.print(d, type);
            d.put(", length ").put(length).put(": ");
        }
        while (EtherType.isVlan(type)) {
            if (d.captured(payload) < TAG || left < TAG) {
                d.protocol("vlan");
                throw Truncated.CHECK;
            }
            type = d.u16(payload + 2);
            payload += TAG;
            left -= TAG;
        }
        d.linkHeaderLength(payload - at);
        if (!EtherType.printPayload(d, type, payload, left)) {
            HexPrinter.unknown(d, payload);
        }
        return payload - at;
    }
}
