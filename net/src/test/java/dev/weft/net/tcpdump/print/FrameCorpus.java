package dev.weft.net.tcpdump.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random Ethernet frames of every protocol that is printed: most of them right, the same ones on every run of a seed.
final class FrameCorpus {
    private static final byte[][] HOSTS = {{10, 0, 0, 1}, {10, 0, 0, 2}, {(byte) 192, (byte) 168, 1, 9}, {8, 8, 8, 8}};
    private static final String[] HOSTS6 = {
        "fe800000000000000000000000000001", "20010db8000000000000000000000002", "ff0200000000000000000001ff000002",
        "00000000000000000000000000000001", "00000000000000000000ffff0a000001", "20010db8000100000000000100000000"
    };

    final Random random;

    FrameCorpus(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    int pick(int... values) {
        return values[random.nextInt(values.length)];
    }

    String pick(String... values) {
        return values[random.nextInt(values.length)];
    }

    byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    byte[] host() {
        return HOSTS[below(HOSTS.length)];
    }

    byte[] host6() {
        return new Bytes().hex(pick(HOSTS6)).toArray();
    }

    byte[] mac() {
        return new Bytes()
                .hex(pick("020000000001", "02000000000a", "ffffffffffff", "01005e000001", "333300000001"))
                .toArray();
    }

    byte[] ethernet(int type, byte[] payload) {
        return new Bytes().add(mac()).add(mac()).u16(type).add(payload).toArray();
    }

    byte[] vlan(byte[] frame) {
        int type = pick(0x8100, 0x8100, 0x88a8, 0x9100);
        return new Bytes()
                .add(java.util.Arrays.copyOf(frame, 12))
                .u16(type, pick(5, 0x2064, 0x1001, 0xf005))
                .add(java.util.Arrays.copyOfRange(frame, 12, frame.length))
                .toArray();
    }

    byte[] arp() {
        Bytes packet = new Bytes();
        if (chance(6)) {
            int hardware = pick(1, 6, 7, 24, 32, 99);
            int hardwareLength = pick(0, 6, 8, 1);
            int protocolLength = pick(4, 4, 0, 6);
            packet.u16(hardware, pick(0x800, 0x800, 0x86dd, 0x1234, 0x1000)).u8(hardwareLength, protocolLength);
            packet.u16(pick(1, 2, 3, 4, 8, 9, 10, 77));
            packet.add(noise(2 * hardwareLength + 2 * protocolLength));
        } else {
            packet.u16(1, 0x800).u8(6, 4).u16(pick(1, 1, 2, 2, 3, 4, 8, 9));
            packet.add(mac()).add(host()).add(chance(3) ? mac() : new byte[6]).add(host());
        }
        if (chance(3)) {
            packet.zeros(18);
        }
        return ethernet(pick(0x806, 0x806, 0x8035), packet.toArray());
    }

    /// An IPv4 packet; sometimes with options, fragment fields, a wrong checksum or a wrong length.
    byte[] ip4(int protocol, byte[] payload, byte[] source, byte[] destination) {
        byte[] options = chance(8) ? ip4Options() : new byte[0];
        int total = 20 + options.length + payload.length + (chance(40) ? pick(-8, 4, 100) : 0);
        int fragment = chance(8) ? pick(0x2000, 0x2000, 0x00b9, 0x20b9, 0x8000) : pick(0, 0x4000);
        Bytes header = new Bytes().u8(0x45 + options.length / 4, pick(0, 0, 0x10, 0xc0, 1, 2, 3));
        header.u16(chance(60) ? 0 : Math.max(0, total), below(65536), fragment)
                .u8(pick(64, 255, 1, 0), protocol)
                .u16(0);
        byte[] bytes = header.add(source).add(destination).add(options).toArray();
        Bytes.patch(bytes, 10, chance(20) ? 0x1234 : Bytes.checksum(0, bytes));
        return new Bytes().add(bytes).add(payload).toArray();
    }

    byte[] ip4(int protocol, byte[] payload) {
        return ip4(protocol, payload, host(), host());
    }

    private byte[] ip4Options() {
        Bytes options = new Bytes();
        switch (below(8)) {
            case 0 -> options.u8(148, 4).u16(pick(0, 0, 7));
            case 1 -> options.u8(7, 11, pick(4, 8, 12, 3, 5)).add(host()).add(host());
            case 2 -> options.u8(1, 131, 7, pick(4, 8)).add(host());
            case 3 -> options.u8(68, 12, pick(5, 9, 13, 4, 6), pick(0, 0x30)).u32(below(100000), 7);
            case 4 ->
                options.u8(68, 12, pick(5, 13), pick(1, 3, 2, 0x21)).add(host()).u32(5);
            case 5 -> options.u8(pick(130, 136, 25, 82), pick(4, 3, 1, 0, 30)).u16(0);
            case 6 -> options.u8(137, pick(3, 7, 6, 8), 4).add(host());
            default -> options.u8(1, 1, 0, 0);
        }
        while (options.size() % 4 != 0) {
            options.u8(pick(0, 1));
        }
        return options.toArray();
    }

    byte[] ip6(int next, byte[] payload, byte[] source, byte[] destination) {
        Bytes packet = new Bytes().u32(0x60000000 | (chance(4) ? below(0x0fffffff) : 0));
        packet.u16(chance(40) ? below(2000) : payload.length).u8(next, pick(64, 255, 1));
        return packet.add(source).add(destination).add(payload).toArray();
    }

    /// Sometimes with extension headers between.
    byte[] ip6WithExtensions(int next, byte[] payload, byte[] source, byte[] destination) {
        int type = next;
        byte[] body = payload;
        for (int depth = chance(3) ? 1 + below(2) : 0; depth > 0; depth--) {
            switch (below(5)) {
                case 0 -> {
                    body = new Bytes().u8(type, 0).add(options6(6)).add(body).toArray();
                    type = 0;
                }
                case 1 -> {
                    body = new Bytes().u8(type, 1).add(options6(14)).add(body).toArray();
                    type = 60;
                }
                case 2 -> {
                    body = new Bytes()
                            .u8(type, 0)
                            .u16(pick(1, 0, 0x5b9, 8))
                            .u32(random.nextInt())
                            .add(body)
                            .toArray();
                    type = 44;
                }
                case 3 -> {
                    int addresses = below(3);
                    Bytes route =
                            new Bytes().u8(type, 2 * addresses + (chance(9) ? 1 : 0), pick(0, 0, 2, 3, 4), pick(0, 1));
                    route.u32(chance(4) ? 0x01020304 : 0);
                    for (int i = 0; i < addresses; i++) {
                        route.add(host6());
                    }
                    body = route.add(body).toArray();
                    type = 43;
                }
                default -> {}
            }
        }
        return ip6(type, body, source, destination);
    }

    private byte[] options6(int length) {
        byte[] bytes = switch (below(7)) {
            case 0 -> new Bytes().u8(1, length - 2).zeros(length - 2).toArray();
            case 1 ->
                new Bytes()
                        .u8(5, 2)
                        .u16(pick(0, 1))
                        .u8(1, length - 6)
                        .zeros(length - 6)
                        .toArray();
            case 2 -> new Bytes().u8(0, 0, 0, 0, 0, 0).zeros(length - 6).toArray();
            case 3 ->
                new Bytes()
                        .u8(0xc2, pick(4, 4, 3))
                        .u32(pick(100000, 5))
                        .zeros(length - 6)
                        .toArray();
            case 4 -> new Bytes().u8(0x1e, length - 2).add(noise(length - 2)).toArray();
            case 5 -> new Bytes().u8(5, pick(1, 9)).add(noise(length - 2)).toArray();
            default -> noise(length);
        };
        return java.util.Arrays.copyOf(bytes, length);
    }

    /// Wraps a transport payload whose checksum is at `checksumAt` into IPv4 or IPv6.
    byte[] transport(int protocol, byte[] segment, int checksumAt) {
        boolean four = random.nextBoolean();
        byte[] source = four ? host() : host6();
        byte[] destination = four ? host() : host6();
        long pseudo = Bytes.sum(source) + Bytes.sum(destination) + protocol + segment.length;
        switch (below(12)) {
            case 0 -> Bytes.patch(segment, checksumAt, below(65536));
            case 1 -> Bytes.patch(segment, checksumAt, 0);
            case 2 -> Bytes.patch(segment, checksumAt, ~Bytes.checksum(pseudo, new byte[0]));
            default -> Bytes.patch(segment, checksumAt, Bytes.checksum(pseudo, segment));
        }
        return four
                ? ethernet(0x800, ip4(protocol, segment, source, destination))
                : ethernet(0x86dd, ip6WithExtensions(protocol, segment, source, destination));
    }

    byte[] tcp(int sourcePort, int destinationPort, byte[] data) {
        byte[] options = chance(2) ? tcpOptions() : new byte[0];
        int offset = 5 + options.length / 4 + (chance(50) ? pick(-3, 3) : 0);
        int flags = pick(0x02, 0x12, 0x10, 0x10, 0x18, 0x11, 0x04, 0x14, 0x30, 0xc2, 0x52, 0, 0xff, 0x110);
        Bytes segment = new Bytes().u16(sourcePort, destinationPort);
        segment.u32(pick(1000, 2000, 0xfffffff0) + below(100), pick(5000, 7000) + below(100));
        segment.u16((offset & 15) << 12 | flags, below(65536), 0, pick(0, 7))
                .add(options)
                .add(data);
        return transport(6, segment.toArray(), 16);
    }

    byte[] tcp() {
        byte[] data = noise(pick(0, 0, 5, 40));
        return tcp(pick(1234, 40000), pick(1234, 5001, 40000), data);
    }

    private byte[] tcpOptions() {
        Bytes options = new Bytes();
        for (int i = 1 + below(4); i > 0; i--) {
            switch (below(18)) {
                case 0, 1 -> options.u8(2, 4).u16(1460);
                case 2 -> options.u8(4, 2);
                case 3, 4 -> options.u8(8, 10).u32(below(1000000), random.nextInt());
                case 5 -> options.u8(3, 3, below(15));
                case 6 -> options.u8(5, 10).u32(1000 + below(100), 1200 + below(100));
                case 7 -> options.u8(5, 18).u32(5000, 5100, 6000, 6100);
                case 8 -> options.u8(5, pick(2, 5)).add(noise(3));
                case 9 -> options.u8(19, pick(18, 18, 10)).add(noise(16));
                case 10 -> options.u8(34, pick(2, 10, 6)).add(noise(8));
                case 11 -> options.u8(28, pick(4, 4, 3)).u16(pick(0x8005, 100));
                case 12 -> options.u8(254, pick(4, 6, 8)).u16(pick(0xf989, 1)).add(noise(4));
                case 13 -> options.u8(pick(6, 7, 11, 12, 13), pick(6, 6, 5)).u32(99);
                case 14 ->
                    options.u8(pick(20, 69, 253, 14), pick(2, 4, 0, 1, 50)).u16(77);
                case 15 -> options.u8(29, pick(16, 4, 3)).add(noise(14));
                default -> options.u8(1, 1);
            }
        }
        while (options.size() % 4 != 0) {
            options.u8(pick(0, 1));
        }
        byte[] bytes = options.toArray();
        return bytes.length > 40 ? java.util.Arrays.copyOf(bytes, 40) : bytes;
    }

    byte[] udp(int sourcePort, int destinationPort, byte[] data) {
        int length = 8 + data.length + (chance(30) ? pick(-4, 10, -100) : 0);
        byte[] datagram = new Bytes()
                .u16(sourcePort, destinationPort, length, 0)
                .add(data)
                .toArray();
        return transport(17, datagram, 6);
    }

    byte[] udp() {
        return udp(pick(1000, 5000), pick(9999, 33434), noise(pick(0, 3, 60)));
    }

    byte[] icmp() {
        Bytes message = new Bytes();
        int type = pick(0, 0, 8, 8, 3, 3, 3, 4, 5, 9, 10, 11, 11, 12, 13, 14, 15, 16, 17, 18, 30, 40);
        int code = switch (type) {
            case 3 -> below(17);
            case 5, 11 -> below(5);
            case 12 -> below(2);
            default -> 0;
        };
        message.u8(type, code).u16(0);
        switch (type) {
            case 3, 4, 5, 11, 12 -> {
                message.u16(pick(0, below(256)), pick(0, 1400));
                byte[] inner = pick(0, 1) == 0
                        ? ip4(
                                17,
                                new Bytes()
                                        .u16(1000, 33434, 20, 0)
                                        .add(noise(12))
                                        .toArray())
                        : ip4(pick(6, 1, 17, 47), noise(24));
                if (chance(4)) {
                    message = new Bytes().u8(type, code).u16(0).u8(0, pick(0, 32), 0, 0);
                    byte[] padded = java.util.Arrays.copyOf(inner, 128);
                    message.add(padded).add(extension());
                } else {
                    message.add(chance(3) ? java.util.Arrays.copyOf(inner, Math.min(inner.length, 28)) : inner);
                }
            }
            case 9 -> {
                int count = pick(0, 1, 2, 3);
                message.u8(count, pick(2, 2, 2, 3)).u16(pick(30, 1800, 9000));
                for (int i = 0; i < count; i++) {
                    message.add(host()).u32(pick(0, 5, -1));
                }
            }
            case 13, 14 -> message.u16(5, 6).u32(below(86400000), below(86400000), random.nextInt());
            case 17, 18 -> message.u16(5, 6).u32(0xffffff00);
            default -> message.u16(below(65536), below(100)).add(noise(pick(0, 8, 56)));
        }
        byte[] bytes = message.toArray();
        Bytes.patch(bytes, 2, chance(10) ? 0xabcd : Bytes.checksum(0, bytes));
        return ethernet(0x800, ip4(1, bytes));
    }

    private byte[] extension() {
        Bytes objects = new Bytes();
        for (int i = below(3); i >= 0; i--) {
            switch (below(3)) {
                case 0 -> objects.u16(8).u8(1, 1).u32(0x12345140);
                case 1 -> objects.u16(12).u8(1, 1).u32(0x00010001, 0x000201ff);
                default ->
                    objects.u16(pick(8, 12, 3)).u8(pick(2, 3, 9), pick(0, 1, 8)).u32(below(9999), 5);
            }
        }
        byte[] bytes =
                new Bytes().u8(pick(0x20, 0x20, 0x30), 0).u16(0).add(objects).toArray();
        Bytes.patch(bytes, 2, chance(4) ? 0x7777 : Bytes.checksum(0, bytes));
        return bytes;
    }

    byte[] icmp6() {
        Bytes message = new Bytes();
        int type = pick(1, 1, 2, 3, 4, 128, 129, 130, 131, 132, 133, 134, 135, 135, 136, 136, 137, 143, 150, 255);
        message.u8(type, type <= 4 ? below(6) : 0).u16(0);
        switch (type) {
            case 1, 2, 3, 4 -> {
                message.u32(pick(0, 1280));
                message.add(
                        chance(2)
                                ? ip6(
                                        17,
                                        new Bytes()
                                                .u16(1000, 33434, 20, 0)
                                                .add(noise(12))
                                                .toArray(),
                                        host6(),
                                        host6())
                                : ip6(pick(6, 58, 17, 44), noise(24), host6(), host6()));
            }
            case 128, 129 -> message.u16(below(65536), below(100)).add(noise(pick(0, 8, 56)));
            case 130 -> {
                message.u16(pick(0, 1000, 40000), 0).add(host6());
                if (chance(2)) {
                    int sources = below(3);
                    message.u8(pick(0, 2, 0xa), pick(0, 125, 200)).u16(sources + (chance(6) ? 9 : 0));
                    for (int i = 0; i < sources; i++) {
                        message.add(host6());
                    }
                }
            }
            case 131, 132 -> message.u16(pick(0, 1000), 0).add(host6());
            case 133 -> message.u32(0).add(neighborOptions());
            case 134 -> {
                message.u8(64, pick(0, 0x80, 0xc0, 0x48)).u16(1800).u32(0, 5).add(neighborOptions());
            }
            case 135 -> message.u32(0).add(host6()).add(neighborOptions());
            case 136 -> message.u8(pick(0, 0x60, 0xe0), 0, 0, 0).add(host6()).add(neighborOptions());
            case 137 -> message.u32(0).add(host6()).add(host6()).add(neighborOptions());
            case 143 -> {
                int records = below(3);
                message.u16(0, records);
                for (int i = 0; i < records; i++) {
                    int sources = below(3);
                    message.u8(pick(1, 2, 3, 4, 5, 6, 9), 0)
                            .u16(sources + (chance(9) ? 5 : 0))
                            .add(host6());
                    for (int j = 0; j < sources; j++) {
                        message.add(host6());
                    }
                }
            }
            default -> message.add(noise(20));
        }
        byte[] bytes = message.toArray();
        byte[] source = host6();
        byte[] destination = host6();
        long pseudo = Bytes.sum(source) + Bytes.sum(destination) + 58 + bytes.length;
        Bytes.patch(bytes, 2, chance(10) ? 0xabcd : Bytes.checksum(pseudo, bytes));
        return ethernet(0x86dd, ip6WithExtensions(58, bytes, source, destination));
    }

    private byte[] neighborOptions() {
        Bytes options = new Bytes();
        for (int i = below(3); i > 0; i--) {
            switch (below(9)) {
                case 0, 1 -> options.u8(pick(1, 2), 1).add(mac());
                case 2 ->
                    options.u8(3, 4, 64, pick(0xc0, 0xe0, 0))
                            .u32(pick(86400, -1), pick(14400, -1), 0)
                            .add(host6());
                case 3 -> options.u8(5, pick(1, 2)).u16(0).u32(1500, 0, 0);
                case 4 -> options.u8(25, 3).u16(0).u32(600).add(host6());
                case 5 -> options.u8(31, 2).u16(0).u32(600).u8(3).text("lan").u8(0, 0, 0, 0);
                case 6 ->
                    options.u8(24, pick(1, 2, 3), pick(0, 64, 128), pick(0, 8, 0x18))
                            .u32(900)
                            .add(noise(16));
                case 7 -> options.u8(4, 2).add(noise(14));
                default -> options.u8(pick(7, 8, 14, 99), pick(1, 1, 0)).u16(5).u32(77);
            }
        }
        return options.toArray();
    }

    byte[] igmp() {
        Bytes message = new Bytes().u8(pick(0x11, 0x11, 0x12, 0x16, 0x17, 0x22, 0x22, 0x55));
        int type = message.toArray()[0];
        message.u8(pick(0, 100, 20, 200, 255)).u16(0);
        if (type == 0x22) {
            int records = below(3);
            message.u16(0, records);
            for (int i = 0; i < records; i++) {
                int sources = below(3);
                message.u8(pick(1, 2, 3, 4, 5, 6, 9), 0)
                        .u16(sources + (chance(9) ? 5 : 0))
                        .add(host());
                for (int j = 0; j < sources; j++) {
                    message.add(host());
                }
            }
        } else {
            message.add(chance(2) ? new byte[4] : host());
            if (chance(3)) {
                int sources = below(3);
                message.u8(pick(0, 0xa), pick(0, 125)).u16(sources + (chance(9) ? 5 : 0));
                for (int i = 0; i < sources; i++) {
                    message.add(host());
                }
            }
        }
        byte[] bytes = message.toArray();
        Bytes.patch(bytes, 2, chance(8) ? 0x1111 : Bytes.checksum(0, bytes));
        return ethernet(0x800, ip4(2, bytes));
    }

    byte[] llc() {
        byte[] payload = switch (below(9)) {
            case 0 ->
                new Bytes()
                        .hex("aaaa03000000")
                        .u16(pick(0x800, 0x806, 0x9999))
                        .add(ip4(1, noise(8)))
                        .toArray();
            case 1 ->
                new Bytes()
                        .hex("aaaa03")
                        .u8(0, pick(0, 0x80), pick(0x0c, 0xc2))
                        .u16(below(65536))
                        .add(noise(9))
                        .toArray();
            case 2 -> new Bytes().hex("060603").add(ip4(17, noise(20))).toArray();
            case 3 ->
                new Bytes()
                        .u8(pick(0x00, 0x42, 0x10), pick(0, 1, 0x42), pick(0xe3, 0xf3, 0xaf, 0xbf, 0x6f, 0x03))
                        .add(noise(below(9)))
                        .toArray();
            case 4 -> new Bytes().u8(0, 1, 0xaf, 0x81, 1, 0).toArray();
            case 5 ->
                new Bytes().u8(0, pick(0, 1), pick(1, 5, 9, 13), pick(0, 3, 4)).toArray();
            case 6 ->
                new Bytes()
                        .u8(4, pick(4, 5), pick(0, 2, 8), pick(0, 1, 2, 7))
                        .add(noise(5))
                        .toArray();
            default -> new Bytes().hex("424203").add(stp()).toArray();
        };
        byte[] frame = ethernet(payload.length + (chance(20) ? pick(-2, 5) : 0), payload);
        return chance(2) && frame.length < 60 ? java.util.Arrays.copyOf(frame, 60) : frame;
    }

    private byte[] stp() {
        Bytes bpdu = new Bytes().u16(chance(15) ? 7 : 0).u8(pick(0, 0, 0, 2, 9), pick(0, 0, 0x80, 2, 5));
        bpdu.u8(pick(0, 1, 0x80, 0x3c, 0x7e, 0x81)).u16(0x8000).add(mac()).u32(pick(0, 4, 20000));
        bpdu.u16(pick(0x8000, 0x8001)).add(mac()).u16(0x8001, pick(0, 256, 300), 20 * 256, 512, 15 * 256);
        return (chance(2) ? bpdu.u8(0) : bpdu).toArray();
    }

    byte[] gre() {
        int flags = pick(0, 0, 0x2000, 0x3000, 0x8000, 0xb000, 0x1000, 0x2001, 0x3081, 5);
        int type = pick(0x800, 0x86dd, 0x6558, 0x1234);
        Bytes packet = new Bytes().u16(flags, type);
        if ((flags & 0xc000) != 0) {
            packet.u16(below(65536), 0);
        }
        if ((flags & 0x2000) != 0) {
            packet.u32(below(100000));
        }
        if ((flags & 0x1000) != 0) {
            packet.u32(below(1000));
        }
        if ((flags & 0x80) != 0) {
            packet.u32(below(1000));
        }
        packet.add(
                switch (type) {
                    case 0x800 -> ip4(1, noise(20));
                    case 0x86dd -> ip6(17, noise(20), host6(), host6());
                    case 0x6558 -> arp();
                    default -> noise(10);
                });
        return ethernet(0x800, ip4(47, packet.toArray()));
    }

    byte[] vxlan() {
        byte[] inner = any(below(4));
        return udp(
                40000,
                4789,
                new Bytes()
                        .u8(pick(8, 8, 0, 0xff), 0, 0, 0)
                        .u32(below(1 << 24) << 8)
                        .add(inner)
                        .toArray());
    }

    byte[] otherIp() {
        int protocol = pick(0, 3, 4, 41, 59, 60, 43, 44, 63, 97, 99, 253, 255);
        byte[] payload = switch (protocol) {
            case 4 -> ip4(17, noise(20));
            case 41 -> ip6(17, noise(20), host6(), host6());
            default -> noise(below(30));
        };
        return chance(2)
                ? ethernet(0x800, ip4(protocol, payload))
                : ethernet(0x86dd, ip6(protocol, payload, host6(), host6()));
    }

    byte[] mpls() {
        Bytes packet = new Bytes();
        for (int i = below(3); i > 0; i--) {
            packet.u32(pick(0x10, 0x12345, 2) << 12 | below(8) << 9 | 64);
        }
        packet.u32(pick(0, 0x333, 2, 1, 3) << 12 | 0x100 | 63);
        packet.add(chance(5) ? noise(9) : chance(2) ? ip4(17, noise(20)) : ip6(17, noise(20), host6(), host6()));
        return ethernet(pick(0x8847, 0x8848), packet.toArray());
    }

    byte[] unknown() {
        return ethernet(pick(0x88b5, 0x1234, 0x9000, 0x88a7), noise(below(40)));
    }

    byte[] dns() {
        Bytes message = new Bytes().u16(below(65536));
        boolean response = chance(2);
        int flags = (response ? 0x8000 : 0) | pick(0x0100, 0x0180, 0x0580, 0, 0x0320, 0x0110, 0x2800, 0x0800, 0x01a3);
        message.u16(flags | (response ? pick(0, 0, 3, 2, 5) : 0));
        int questions = chance(8) ? pick(0, 2) : 1;
        int answers = response ? below(4) : chance(9) ? 1 : 0;
        int authorities = chance(4) ? 1 : 0;
        int additionals = chance(3) ? 1 : 0;
        message.u16(questions + (chance(40) ? 1 : 0), answers, authorities, additionals + (chance(40) ? 1 : 0));
        for (int i = 0; i < questions; i++) {
            name(message, i == 0).u16(pick(1, 28, 15, 255, 12, 9999), pick(1, 1, 1, 3, 255, 77, 0x8001));
        }
        for (int i = answers + authorities + additionals; i > 0; i--) {
            record(message, i == 1 && additionals == 1);
        }
        int port = pick(53, 53, 53, 5353);
        if (chance(6)) {
            byte[] bytes = message.toArray();
            return tcp(
                    40000,
                    53,
                    new Bytes()
                            .u16(bytes.length + (chance(5) ? 3 : 0))
                            .add(bytes)
                            .toArray());
        }
        return response ? udp(port, 40000, message.toArray()) : udp(40000, port, message.toArray());
    }

    private Bytes name(Bytes message, boolean plain) {
        int start = message.size();
        switch (plain ? below(3) : below(6)) {
            case 0, 1 -> message.u8(7).text("example").u8(3).text("com").u8(0);
            case 2 -> message.u8(1).text("a").u8(4).u8('b', 7, ' ', '\\').u8(0);
            case 3, 4 -> message.u16(0xc00c);
            default -> message.u8(3).text("www").u16(chance(5) ? 0xc000 | start : 0xc00c);
        }
        return message;
    }

    private void record(Bytes message, boolean last) {
        if (last && chance(2)) {
            message.u8(0).u16(41, pick(1232, 4096)).u32(pick(0, 0x8000, 0x01000000));
            switch (below(3)) {
                case 0 -> message.u16(0);
                case 1 -> message.u16(12, 10, 8).add(noise(8));
                default -> message.u16(11, 8, 7, 1, 0x1800).u8(10, 0, 0);
            }
            return;
        }
        name(message, false);
        int type = pick(1, 1, 28, 5, 2, 12, 6, 15, 16, 33, 99, 43);
        message.u16(type, pick(1, 1, 1, 1, 3, 0x8001)).u32(pick(0, 60, 3600, 90061, 1000000));
        Bytes data = new Bytes();
        switch (type) {
            case 1 -> data.add(host());
            case 28 -> data.add(host6());
            case 5, 2, 12 -> data.u8(2).text("ns").u16(0xc00c);
            case 6 -> data.u16(0xc00c).u8(4).text("root").u8(0).u32(1, 7200, 3600, 86400, 300);
            case 15 -> data.u16(10, 0xc00c);
            case 16 -> data.u8(5).text("v=spf").u8(3).text("a\"b");
            case 33 -> data.u16(1, 2, 5060, 0xc00c);
            default -> data.add(noise(below(12)));
        }
        message.u16(data.size() + (chance(40) ? 2 : 0)).add(data);
    }

    byte[] dhcp() {
        int operation = pick(1, 1, 2, 2, 7);
        Bytes message = new Bytes().u8(operation, pick(1, 1, 1, 6), pick(6, 6, 6, 8), pick(0, 0, 1));
        message.u32(random.nextInt()).u16(pick(0, 3), pick(0, 0x8000, 0x4001));
        for (int i = 0; i < 4; i++) {
            message.add(chance(2) ? new byte[4] : host());
        }
        message.add(mac()).zeros(10);
        if (chance(5)) {
            message.text("server").zeros(58).text("pxelinux.0").zeros(118);
        } else {
            message.zeros(192);
        }
        message.u32(pick(0x63825363, 0x63825363, 0x63825363, 0x63825363, 0x12345678, 0));
        message.u8(53, 1, pick(1, 2, 3, 5, 6, 8, 99));
        for (int i = below(8); i > 0; i--) {
            dhcpOption(message);
        }
        message.u8(255);
        if (chance(2)) {
            message.zeros(below(60));
        }
        return operation == 1 ? udp(68, 67, message.toArray()) : udp(67, 68, message.toArray());
    }

    private void dhcpOption(Bytes message) {
        switch (below(24)) {
            case 0 -> message.u8(1, 4).u32(0xffffff00);
            case 1 -> message.u8(3, 8).add(host()).add(host());
            case 2 -> message.u8(6, 4).add(host());
            case 3 -> message.u8(12, 4).text("vm-1");
            case 4 -> message.u8(15, 3).text("lan");
            case 5 -> message.u8(50, 4).add(host());
            case 6 -> message.u8(51, 4).u32(pick(3600, -1, 90000));
            case 7 -> message.u8(54, 4).add(host());
            case 8 -> message.u8(55, 5, 1, 3, 6, 121, 252);
            case 9 -> message.u8(57, 2).u16(1500);
            case 10 -> message.u8(58, 4).u32(1800).u8(59, 4).u32(3150);
            case 11 -> message.u8(60, 4).text("udhc");
            case 12 -> message.u8(61, 7, 1).add(mac());
            case 13 -> message.u8(61, 5, 0).text("abcd");
            case 14 -> message.u8(121, 9, 24, 10, 1, 2).add(host()).u8(0);
            case 15 -> message.u8(121, 5, 0).add(host());
            case 16 -> message.u8(82, 8, 1, 2, 'e', '0', 2, 2, 'x', 'y');
            case 17 -> message.u8(81, 6, 1, 0, 0).text("abc");
            case 18 -> message.u8(52, 1, pick(1, 2, 3, 9)).u8(56, 3).text("no!");
            case 19 -> message.u8(0, 0).u8(26, 2).u16(1500);
            case 20 -> message.u8(pick(19, 31, 23), 1, pick(0, 1, 2));
            case 21 ->
                message.u8(pick(33, 25, 2, 4, 42, 28, 66, 67), pick(4, 8, 3)).add(noise(8));
            case 22 ->
                message.u8(pick(43, 46, 63, 77, 93, 94, 97, 116, 119, 125, 150, 200, 252), pick(1, 3, 4))
                        .add(noise(4));
            default -> message.u8(pick(80, 220, 47, 17), pick(0, 3)).add(noise(3));
        }
    }

    byte[] ntp() {
        Bytes message =
                new Bytes().u8(pick(0x23, 0x1b, 0x24, 0xe3, 0x16), pick(0, 1, 2, 16), pick(6, 10), pick(0xec, 0));
        message.u32(below(100000), below(100000), pick(0, 0x47505300, 0x0a000001));
        for (int i = 0; i < 4; i++) {
            if (chance(4)) {
                message.u32(0, 0);
            } else {
                message.u32(0xe0000000 + below(100000), random.nextInt());
            }
        }
        if (chance(3)) {
            message.u32(1).add(noise(pick(16, 20, 3)));
        }
        return udp(123, pick(123, 5000), message.toArray());
    }

    byte[] http() {
        return tcp(
                pick(40000, 40001),
                pick(80, 8080),
                new Bytes()
                        .text(pick(
                                "GET / HTTP/1.1\r\nHost: example.com\r\nAccept: */*\r\n\r\n",
                                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                                "POST /x HTTP/1.0\r\n\r\nbody",
                                "garbage \001\002",
                                "GETX foo",
                                "OPTIONS",
                                "HTTP/1.1 404 Not\tFound\nA: b\n\nzz",
                                ""))
                        .toArray());
    }

    byte[] tftp() {
        Bytes message = new Bytes().u16(pick(1, 2, 3, 4, 5, 6, 9));
        switch (below(4)) {
            case 0 ->
                message.text("boot.img")
                        .u8(0)
                        .text("octet")
                        .u8(0)
                        .text("blksize")
                        .u8(0)
                        .text("512")
                        .u8(0);
            case 1 -> message.u16(below(9)).text("file not found").u8(0);
            case 2 -> message.u16(below(20)).add(noise(below(20)));
            default -> message.u8(0);
        }
        return udp(40000, 69, message.toArray());
    }

    byte[] otv() {
        byte[] inner = any(below(4));
        Bytes header = new Bytes().u8(pick(8, 8, 0, 0xff), 0, 0, pick(0, 9)).u32(below(1 << 24) << 8);
        return udp(40000, 8472, header.add(inner).toArray());
    }

    byte[] text() {
        String line = pick(
                "USER anonymous\r\n",
                "220 ready\r\n",
                "EHLO host\r\n",
                "INVITE sip:a@b SIP/2.0\r\nVia: x\r\n\r\n",
                "SIP/2.0 200 OK\r\n",
                "PLAY rtsp://x RTSP/1.0\r\n",
                "RTSP/1.0 200 OK\r\nCSeq: 1\r\n",
                "example.com\r\n",
                "NOSUCH x",
                "-",
                "MAIL FROM:<a>\r\nRCPT",
                "REGISTER",
                "TEARDOWN x\r",
                "MDTM f\r\n",
                "QUIT\n");
        return chance(4)
                ? udp(40000, 5060, new Bytes().text(line).toArray())
                : tcp(40000, pick(21, 25, 43, 554, 8554), new Bytes().text(line).toArray());
    }

    static final int KINDS = 21;

    byte[] any(int kind) {
        return switch (kind) {
            case 0 -> arp();
            case 1 -> tcp();
            case 2 -> udp();
            case 3 -> icmp();
            case 4 -> icmp6();
            case 5 -> igmp();
            case 6 -> llc();
            case 7 -> gre();
            case 8 -> vxlan();
            case 9 -> otherIp();
            case 10 -> mpls();
            case 11 -> unknown();
            case 12 -> dns();
            case 13 -> dhcp();
            case 14 -> ntp();
            case 15 -> http();
            case 16 -> vlan(any(below(8)));
            case 17 -> tftp();
            case 18 -> otv();
            case 19 -> text();
            default -> vlan(vlan(any(below(8))));
        };
    }

    /// A frame with a few bytes changed.
    byte[] damaged(byte[] frame) {
        byte[] bytes = frame.clone();
        for (int i = 1 + below(3); i > 0 && bytes.length > 0; i--) {
            bytes[below(bytes.length)] = (byte) pick(0, 1, 0xff, below(256));
        }
        return bytes;
    }

    List<byte[]> frames(int count, int... kinds) {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(any(kinds.length == 0 ? below(KINDS) : pick(kinds)));
        }
        return frames;
    }
}
