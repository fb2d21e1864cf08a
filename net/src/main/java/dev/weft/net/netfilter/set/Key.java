package dev.weft.net.netfilter.set;

import java.nio.charset.StandardCharsets;

/// The words of one element, laid out as Linux's element of the same type is in memory (kernel: `struct
/// hash_ipport4_elem` and its like): the network's byte order, read as little-endian words.
final class Key {
    private static final int DEVICE_WORDS = 4;

    private final SetType type;
    private final int addressWords;
    final int[] words;
    final int hashedWords;

    Key(SetType type, boolean ip6) {
        this.type = type;
        addressWords = ip6 ? 4 : 1;
        int tail = type == SetType.HASH_IP ? 0 : 1;
        hashedWords = addressWords * (type.hasSecond() ? 2 : 1) + tail;
        words = new int[hashedWords + (type.hasDevice() ? DEVICE_WORDS : 0)];
    }

    int addressWords() {
        return addressWords;
    }

    int addressBits() {
        return addressWords * 32;
    }

    void address(int[] bigEndian) {
        for (int i = 0; i < addressWords; i++) {
            words[i] = Integer.reverseBytes(bigEndian[i]);
        }
    }

    void second(int[] bigEndian) {
        for (int i = 0; i < addressWords; i++) {
            words[addressWords + i] = Integer.reverseBytes(bigEndian[i]);
        }
    }

    /// Where the words of the network begin that the prefix length is about.
    int networkAt() {
        return type == SetType.HASH_IP_PORT_NET ? addressWords : 0;
    }

    /// Everything behind the addresses.
    void tail(int protocol, int port, int cidr, boolean physical) {
        int swapped = port >>> 8 | (port & 0xff) << 8;
        switch (type) {
            case HASH_NET -> words[hashedWords - 1] = cidr << 24;
            case HASH_IP_PORT, HASH_IP_PORT_IP -> words[hashedWords - 1] = swapped | protocol << 16;
            case HASH_NET_PORT -> words[hashedWords - 1] = swapped | protocol << 16 | cidr - 1 << 24;
            case HASH_IP_PORT_NET -> words[hashedWords - 1] = swapped | cidr - 1 << 16 | protocol << 24;
            case HASH_NET_IFACE -> words[hashedWords - 1] = (physical ? 1 : 0) | cidr << 8 | 1 << 24;
            default -> {
                // an address alone
            }
        }
    }

    void device(String name) {
        for (int i = 0; i < DEVICE_WORDS; i++) {
            int word = 0;
            for (int j = 0; j < 4; j++) {
                int at = 4 * i + j;
                word |= at < name.length() ? (name.charAt(at) & 0xff) << 8 * j : 0;
            }
            words[hashedWords + i] = word;
        }
    }

    /// Keeps the first `length` bits of the address that begins at word `from`.
    void mask(int from, int length) {
        for (int i = 0; i < addressWords; i++) {
            words[from + i] &= mask(length - 32 * i);
        }
    }

    private static int mask(int length) {
        return length >= 32 ? -1 : length <= 0 ? 0 : Integer.reverseBytes(-1 << 32 - length);
    }

    void maskBy(int[] bigEndian) {
        for (int i = 0; i < addressWords; i++) {
            words[i] &= Integer.reverseBytes(bigEndian[i]);
        }
    }

    boolean isNullAddress() {
        for (int i = 0; i < addressWords; i++) {
            if (words[i] != 0) {
                return false;
            }
        }
        return true;
    }

    // ---- the way back, of a word of an element in a table

    static int cidr(SetType type, int tail) {
        return switch (type) {
            case HASH_NET -> tail >>> 24;
            case HASH_NET_PORT -> (tail >>> 24 & 0x7f) + 1 & 0xff;
            case HASH_IP_PORT_NET -> (tail >>> 16 & 0x7f) + 1 & 0xff;
            case HASH_NET_IFACE -> tail >>> 8 & 0xff;
            default -> 0;
        };
    }

    static int port(int tail) {
        return (tail & 0xff) << 8 | tail >>> 8 & 0xff;
    }

    static int protocol(SetType type, int tail) {
        return type == SetType.HASH_IP_PORT_NET ? tail >>> 24 : tail >>> 16 & 0xff;
    }

    static String device(HashTable table, int slot, int from) {
        byte[] name = new byte[4 * DEVICE_WORDS];
        int length = 0;
        for (int i = 0; i < name.length; i++) {
            name[i] = (byte) (table.word(slot, from + i / 4) >>> 8 * (i % 4));
            length += name[i] != 0 ? 1 : 0;
        }
        return new String(name, 0, length, StandardCharsets.ISO_8859_1);
    }
}
