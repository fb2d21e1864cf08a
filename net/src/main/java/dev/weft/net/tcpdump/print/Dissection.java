package dev.weft.net.tcpdump.print;

import java.util.function.IntFunction;

/// One packet being printed: its captured bytes, read with bounds checked, and the line that grows from them.
///
/// Offsets are positions in the array that holds the packet. Reading past [#end()] throws [Truncated], which ends the
/// packet's text with the mark of the protocol that was being printed.
final class Dissection {
    private static final byte[] NOTHING = {};

    private final PrintOptions options;
    private final AddressText addresses;
    private final TcpConversations conversations = new TcpConversations();
    private final IntFunction<String> interfaceNames;

    private StringBuilder out = new StringBuilder();
    private byte[] data = NOTHING;
    private int start;
    private int end;
    private String protocol = "";
    private int linkHeaderLength;
    private int nesting;

    Dissection(PrintOptions options, Names names, IntFunction<String> interfaceNames) {
        this.options = options;
        this.addresses = new AddressText(options, names);
        this.interfaceNames = interfaceNames;
    }

    /// Takes the next packet.
    void begin(StringBuilder target, byte[] bytes, int offset, int length) {
        out = target;
        data = bytes;
        start = offset;
        end = offset + length;
        protocol = "";
        linkHeaderLength = 0;
        nesting = 0;
    }

    PrintOptions options() {
        return options;
    }

    int verbosity() {
        return options.verbosity();
    }

    boolean verbose() {
        return options.verbosity() > 0;
    }

    AddressText addresses() {
        return addresses;
    }

    TcpConversations conversations() {
        return conversations;
    }

    String interfaceName(int index) {
        return interfaceNames.apply(index);
    }

    // --- what is printed

    StringBuilder out() {
        return out;
    }

    Dissection put(String text) {
        out.append(text);
        return this;
    }

    Dissection put(char character) {
        out.append(character);
        return this;
    }

    Dissection put(long number) {
        out.append(number);
        return this;
    }

    Dissection hex(long number) {
        return hex(number, 1);
    }

    Dissection hex(long number, int width) {
        Digits.hex(out, number, width);
        return this;
    }

    /// A character in the way of `cat -v`: `^A` for a control character, `M-` before one beyond ASCII.
    Dissection safe(int character) {
        int ascii = character & 0x7f;
        if (character != ascii) {
            out.append("M-");
        }
        if (ascii < 0x20 || ascii == 0x7f) {
            out.append('^').append((char) (ascii ^ 0x40));
        } else {
            out.append((char) ascii);
        }
        return this;
    }

    /// Characters of the packet, each as [#safe(int)] shows it.
    Dissection safe(int at, int length) {
        need(at, length);
        for (int i = 0; i < length; i++) {
            safe(data[at + i] & 0xff);
        }
        return this;
    }

    /// Text and then a value of the packet: where the value was not captured, the text is not printed either.
    Dissection put(String text, long value) {
        return put(text).put(value);
    }

    Dissection put(String text, String value) {
        return put(text).put(value);
    }

    /// The mark of a packet that was captured in part.
    void truncated() {
        out.append(" [|").append(protocol).append(']');
    }

    /// The mark of contents that cannot be.
    void invalid() {
        out.append(" (invalid)");
    }

    /// Whose mark [#truncated()] shows.
    void protocol(String name) {
        protocol = name;
    }

    String protocol() {
        return protocol;
    }

    // --- what is read

    /// One past the last byte that may be read.
    int end() {
        return end;
    }

    /// Bytes that were captured from `at` on.
    int captured(int at) {
        return Math.max(0, end - at);
    }

    /// The end as it was before [#cut], which is given back to [#restore].
    int cut(int at) {
        int before = end;
        end = Math.max(start, Math.min(end, at));
        return before;
    }

    void restore(int before) {
        end = before;
    }

    boolean has(int at, int length) {
        return length >= 0 && at >= start && end - at >= length;
    }

    void need(int at, int length) {
        if (!has(at, length)) {
            throw Truncated.CHECK;
        }
    }

    private void read(int at, int length) {
        if (!has(at, length)) {
            throw Truncated.READ;
        }
    }

    int u8(int at) {
        read(at, 1);
        return data[at] & 0xff;
    }

    int u16(int at) {
        read(at, 2);
        return (data[at] & 0xff) << 8 | data[at + 1] & 0xff;
    }

    int u24(int at) {
        read(at, 3);
        return (data[at] & 0xff) << 16 | (data[at + 1] & 0xff) << 8 | data[at + 2] & 0xff;
    }

    int i32(int at) {
        read(at, 4);
        return (data[at] & 0xff) << 24 | (data[at + 1] & 0xff) << 16 | (data[at + 2] & 0xff) << 8 | data[at + 3] & 0xff;
    }

    long u32(int at) {
        return Integer.toUnsignedLong(i32(at));
    }

    long i64(int at) {
        read(at, 8);
        return u32(at) << 32 | u32(at + 4);
    }

    byte[] bytes(int at, int length) {
        read(at, length);
        byte[] copy = new byte[length];
        System.arraycopy(data, at, copy, 0, length);
        return copy;
    }

    /// The sum of `length` bytes as RFC 1071 adds them, for [#checksum].
    long sum(int at, int length) {
        need(at, length);
        long sum = 0;
        int last = at + length;
        for (int i = at; i + 1 < last; i += 2) {
            sum += (data[i] & 0xff) << 8 | data[i + 1] & 0xff;
        }
        return (length & 1) == 0 ? sum : sum + ((data[last - 1] & 0xff) << 8);
    }

    /// The Internet checksum of a sum: zero if it covered a right checksum.
    static int checksum(long sum) {
        long folded = sum;
        while (folded > 0xffff) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) ~folded & 0xffff;
    }

    /// The value that the checksum field should have had, from the wrong one and the checksum over all (RFC 1624).
    static int checksumShouldBe(int found, int remainder) {
        int sum = found + remainder;
        return (sum & 0xffff) + (sum >>> 16);
    }

    // --- where the link header ends

    void linkHeaderLength(int length) {
        linkHeaderLength = length;
    }

    int linkHeaderLength() {
        return linkHeaderLength;
    }

    /// Goes one header deeper, unless a packet in packets in packets was made to exhaust the stack.
    boolean enter() {
        return ++nesting <= DEEPEST;
    }

    void leave() {
        nesting--;
    }

    private static final int DEEPEST = 200;
}
