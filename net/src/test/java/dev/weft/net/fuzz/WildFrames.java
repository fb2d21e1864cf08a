package dev.weft.net.fuzz;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/// Frames as they come from a bad world: some are right, most are wrong at one layer or at several. The same seed gives
/// the same frames.
final class WildFrames {
    /// Longest frame.
    static final int MOST = 1518;

    private static final int ETHERNET = 14;
    private static final long MAC_MASK = 0xffff_ffff_ffffL;

    private static final long[] UNUSUAL_TARGETS = {
        0xffff_ffff_ffffL, 0x0100_5e00_0001L, 0x0100_5e01_0101L, 0x0180_c200_0000L, 0x0180_c200_000eL, 0L
    };

    private final SplittableRandom random;
    private final WildPackets packets;
    private final long[] targets;
    private final ByteBuffer frame = ByteBuffer.allocate(1 << 12);

    /// @param targets link-layer addresses that somebody has
    WildFrames(long seed, long... targets) {
        this.targets = targets;
        random = new SplittableRandom(seed);
        packets = new WildPackets(random);
    }

    /// The next frame; what is returned is used again for the one after it.
    ByteBuffer next() {
        frame.clear();
        putMac(target());
        putMac(oneIn(30) ? random.nextLong() : 0x0200_0000_0100L + random.nextInt(16));
        for (int tags = oneIn(30) ? 1 + random.nextInt(3) : 0; tags > 0; tags--) {
            frame.putShort((short) (oneIn(3) ? 0x88a8 : 0x8100)).putShort((short) random.nextInt());
        }
        switch (random.nextInt(40)) {
            case 0 -> bpdu();
            case 1, 2, 3, 4 -> arp();
            case 5 -> ip6();
            case 6 -> {
                frame.putShort((short) random.nextInt());
                packets.noise(frame, random.nextInt(200));
            }
            default -> {
                frame.putShort((short) 0x0800);
                packets.ip4(frame);
            }
        }
        return spoil();
    }

    private long target() {
        if (oneIn(30)) {
            return random.nextLong();
        }
        long[] some = oneIn(6) ? UNUSUAL_TARGETS : targets;
        return some[random.nextInt(some.length)];
    }

    private void putMac(long address) {
        frame.putShort((short) (address >>> 32)).putInt((int) (address & MAC_MASK));
    }

    private void bpdu() {
        int start = frame.position();
        putMacAt(0, 0x0180_c200_0000L);
        frame.putShort((short) (oneIn(6) ? random.nextInt(2000) : 38));
        frame.put(oneIn(8) ? (byte) random.nextInt() : 0x42).put((byte) 0x42).put((byte) 3);
        frame.putShort((short) (oneIn(10) ? random.nextInt() : 0)).put((byte) random.nextInt(3));
        frame.put((byte) (oneIn(4) ? 0x80 : oneIn(4) ? random.nextInt() : 0));
        packets.noise(frame, oneIn(5) ? random.nextInt(40) : 31);
        if (oneIn(2) && frame.position() > start + 30) {
            frame.putShort(start + 28, (short) 0x0200).putShort(start + 8, (short) 0x8000);
        }
    }

    private void putMacAt(int at, long address) {
        frame.putShort(at, (short) (address >>> 32)).putInt(at + 2, (int) address);
    }

    private void arp() {
        frame.putShort((short) 0x0806);
        frame.putShort((short) (oneIn(10) ? random.nextInt() : 1));
        frame.putShort((short) (oneIn(10) ? random.nextInt() : 0x0800));
        frame.put((byte) (oneIn(10) ? random.nextInt() : 6)).put((byte) (oneIn(10) ? random.nextInt() : 4));
        frame.putShort((short) (oneIn(10) ? random.nextInt(12) : 1 + random.nextInt(2)));
        putMac(0x0200_0000_0100L + random.nextInt(16));
        frame.putInt(packets.address());
        putMac(oneIn(2) ? 0 : target());
        frame.putInt(packets.address());
    }

    private void ip6() {
        frame.putShort((short) 0x86dd).putInt(0x6000_0000 | random.nextInt(16));
        frame.putShort((short) random.nextInt(200)).put((byte) (oneIn(2) ? 58 : random.nextInt()));
        frame.put((byte) random.nextInt());
        packets.noise(frame, 32 + random.nextInt(100));
    }

    /// Cuts, lengthens or scribbles over some of the frames.
    private ByteBuffer spoil() {
        int length = Math.min(frame.position(), MOST);
        if (oneIn(25)) {
            length = random.nextInt(length + 1);
        } else if (oneIn(25)) {
            length = Math.min(MOST, length + random.nextInt(64));
        }
        for (int flips = oneIn(25) ? 1 + random.nextInt(4) : 0; flips > 0 && length > ETHERNET; flips--) {
            int at = ETHERNET + random.nextInt(length - ETHERNET);
            frame.put(at, (byte) (frame.get(at) ^ 1 << random.nextInt(8)));
        }
        return frame.position(0).limit(Math.max(1, length));
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }
}
