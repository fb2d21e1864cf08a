package dev.weft.net.fuzz;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/// IPv4 packets with whatever can be wrong with them.
final class WildPackets {
    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int[] PROTOCOLS = {ICMP, ICMP, UDP, UDP, UDP, TCP, 2, 4, 41, 47, 255};

    /// Hosts, routers, and nobody behind each of the routes.
    private static final int[] HOSTS = {
        0x0a00_0001,
        0x0a00_0002,
        0x0a00_00fe,
        0x0a00_0063,
        0x0a01_0001,
        0x0a01_00fe,
        0x0a02_0001,
        0x0a02_00fe,
        0x0a02_0007,
        0x0a0a_0001,
        0xc0a8_0101
    };

    /// Everybody, groups, and what no packet may have.
    private static final int[] UNUSUAL = {
        0x0a00_00ff,
        0x0a00_0000,
        0x0a01_00ff,
        0x0a09_0001,
        0xe000_0001,
        0xe000_0009,
        0xef01_0101,
        0x7f00_0001,
        0,
        0xffff_ffff,
        0xf000_0001
    };
    private static final int[] PORTS = {5000, 5000, 5001, 5002, 0, 53, 33434, 65535};
    private static final int[] OPTIONS = {0, 1, 7, 68, 131, 137, 130, 148, 134, 136, 255};
    private static final int[] ICMP_TYPES = {0, 3, 3, 4, 5, 5, 8, 8, 8, 11, 12, 13, 14, 15, 17, 18, 40, 255};

    private final SplittableRandom random;

    WildPackets(SplittableRandom random) {
        this.random = random;
    }

    int address() {
        return oneIn(30) ? random.nextInt() : pick(oneIn(8) ? UNUSUAL : HOSTS);
    }

    void noise(ByteBuffer to, int bytes) {
        for (int i = 0; i < bytes; i++) {
            to.put((byte) random.nextInt());
        }
    }

    void ip4(ByteBuffer to) {
        int start = to.position();
        int options = oneIn(6) ? 4 * random.nextInt(11) : 0;
        int protocol = oneIn(20) ? random.nextInt(256) : pick(PROTOCOLS);
        header(to, protocol, options);
        if (oneIn(10)) {
            noise(to, random.nextInt(64));
        } else {
            switch (protocol) {
                case ICMP -> icmp(to, true);
                case UDP -> udp(to, start);
                case TCP -> tcp(to);
                default -> noise(to, random.nextInt(100));
            }
        }
        int length = to.position() - start;
        to.putShort(start + 2, (short) (oneIn(25) ? random.nextInt(1600) : length));
        if (!oneIn(25)) {
            to.putShort(start + 10, (short) 0).putShort(start + 10, (short) ~sum(to, start, 20 + options, 0));
        }
    }

    /// A header whose length and checksum are still to be filled in.
    private void header(ByteBuffer to, int protocol, int optionBytes) {
        int words = oneIn(40) ? random.nextInt(16) : 5 + optionBytes / 4;
        to.put((byte) ((oneIn(50) ? random.nextInt(16) : 4) << 4 | words));
        to.put((byte) (oneIn(4) ? random.nextInt() : 0));
        to.putShort((short) 0).putShort((short) random.nextInt(8));
        to.putShort((short) fragmentWord());
        to.put((byte) (oneIn(6) ? random.nextInt(3) : 64)).put((byte) protocol).putShort((short) random.nextInt());
        to.putInt(address()).putInt(address());
        int end = to.position() + optionBytes;
        while (to.position() < end) {
            option(to, end);
        }
    }

    private int fragmentWord() {
        return switch (random.nextInt(8)) {
            case 0 -> 0x4000;
            case 1 -> 0x2000 | random.nextInt(24);
            case 2 -> random.nextInt(24);
            case 3 -> oneIn(8) ? random.nextInt(1 << 16) : 0;
            default -> 0;
        };
    }

    private void option(ByteBuffer to, int end) {
        int kind = oneIn(10) ? random.nextInt(256) : pick(OPTIONS);
        to.put((byte) kind);
        int room = end - to.position();
        if (kind < 2 || room == 0) {
            return;
        }
        int length = oneIn(5) ? random.nextInt(256) : Math.min(room + 1, 3 + 4 * random.nextInt(4));
        to.put((byte) length);
        for (int i = 2; i < length && to.position() < end; i++) {
            to.put((byte) (i == 2 && !oneIn(4) ? 4 : oneIn(3) ? 10 : random.nextInt(3)));
        }
    }

    private void icmp(ByteBuffer to, boolean mayQuote) {
        int start = to.position();
        int type = pick(ICMP_TYPES);
        to.put((byte) type)
                .put((byte) (oneIn(5) ? random.nextInt() : random.nextInt(6)))
                .putShort((short) 0);
        to.putInt(oneIn(3) ? random.nextInt() : oneIn(2) ? pick(HOSTS) : random.nextInt(1600));
        boolean isError = type == 3 || type == 4 || type == 5 || type == 11 || type == 12;
        if (isError && mayQuote && !oneIn(6)) {
            quote(to);
        } else {
            noise(to, oneIn(10) ? random.nextInt(1300) : random.nextInt(64));
        }
        int length = to.position() - start;
        if (!oneIn(12)) {
            to.putShort(start + 2, (short) ~sum(to, start, length, 0));
        }
    }

    /// What an ICMP error is about.
    private void quote(ByteBuffer to) {
        int start = to.position();
        int protocol = pick(PROTOCOLS);
        header(to, protocol, 0);
        to.putShort(start + 2, (short) random.nextInt(1500));
        switch (protocol) {
            case ICMP -> icmp(to, false);
            case UDP -> udp(to, start);
            default -> noise(to, random.nextInt(40));
        }
    }

    private void udp(ByteBuffer to, int ip) {
        int start = to.position();
        int data = oneIn(10) ? random.nextInt(1300) : random.nextInt(64);
        to.putShort((short) pick(PORTS)).putShort((short) pick(PORTS));
        to.putShort((short) (oneIn(12) ? random.nextInt(1600) : 8 + data)).putShort((short) 0);
        noise(to, data);
        if (!oneIn(6)) {
            int pseudo = sum(to, ip + 12, 8, UDP + 8 + data);
            to.putShort(start + 6, (short) (oneIn(12) ? random.nextInt() : ~sum(to, start, 8 + data, pseudo)));
        }
    }

    private void tcp(ByteBuffer to) {
        to.putShort((short) pick(PORTS))
                .putShort((short) pick(PORTS))
                .putInt(random.nextInt())
                .putInt(random.nextInt());
        to.putShort((short) ((oneIn(4) ? random.nextInt(16) : 5) << 12 | random.nextInt(512)));
        noise(to, 6 + random.nextInt(60));
    }

    private static int sum(ByteBuffer bytes, int start, int length, int initial) {
        int sum = initial;
        for (int i = 0; i < length; i++) {
            int octet = bytes.get(start + i) & 0xff;
            sum += (i & 1) == 0 ? octet << 8 : octet;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return sum;
    }

    private int pick(int[] from) {
        return from[random.nextInt(from.length)];
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }
}
