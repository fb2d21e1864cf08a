package dev.weft.net.netfilter.set;

import dev.weft.core.packet.Packet;
import dev.weft.core.time.Clock;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.netfilter.table.HookState;

/// A set of one of the types `bitmap:…`: a bit for each port or address of a range (kernel: `ip_set_bitmap_gen.h`).
final class BitmapSet extends IpSet {
    private static final int PORT_BYTES = 72;
    private static final int IP_BYTES = 88;

    private final Extensions extensions;
    private final PacketParts parts = new PacketParts();
    private final long first;
    private final int shift;
    private final int size;
    private final long[] bits;
    private int found;

    BitmapSet(String name, SetType type, SetOptions options, Clock clock) {
        super(name, type, options);
        shift = type == SetType.BITMAP_IP && options.netmask != 0 ? 32 - options.netmask : 0;
        first = (options.from & 0xffff_ffffL) >>> shift;
        size = (int) (((options.to & 0xffff_ffffL) >>> shift) - first + 1);
        bits = new long[(size + 63) / 64];
        extensions = new Extensions(clock, options);
        extensions.grow(size);
    }

    private boolean has(int index) {
        return (bits[index >> 6] & 1L << index) != 0 && !extensions.isExpired(index);
    }

    private void put(int index) {
        bits[index >> 6] |= 1L << index;
    }

    private void drop(int index) {
        bits[index >> 6] &= ~(1L << index);
        extensions.clear(index);
    }

    // ---- packets

    /// The bit of a packet, -1 when it has none.
    private int index(Packet packet, HookState state, SetQuery query) {
        long value;
        if (type() == SetType.BITMAP_PORT) {
            boolean readable = parts.port(packet, state, query.isSource(0));
            if (!readable || parts.protocol != IpProtocol.TCP && parts.protocol != IpProtocol.UDP) {
                return -1;
            }
            value = parts.port;
        } else {
            if (state.isIp6()) {
                return -1;
            }
            value = parts.address(packet, false, query.isSource(0))[0] & 0xffff_ffffL;
        }
        long index = (value >>> shift) - first;
        return index < 0 || index >= size ? -1 : (int) index;
    }

    @Override
    Found find(Packet packet, HookState state, SetQuery query) {
        int index = index(packet, state, query);
        if (index < 0 || !has(index) || !extensions.matches(index, packet.length(), query)) {
            return Found.NO;
        }
        found = index;
        return Found.YES;
    }

    @Override
    long foundMapping() {
        return extensions.mark(found);
    }

    @Override
    long foundClass() {
        return extensions.priority(found);
    }

    @Override
    public boolean add(Packet packet, HookState state, SetQuery query, long seconds, boolean renew) {
        int index = index(packet, state, query);
        if (index < 0 || has(index) && !renew) {
            return false;
        }
        put(index);
        extensions.set(index, packet.length(), seconds);
        return true;
    }

    @Override
    public boolean delete(Packet packet, HookState state, SetQuery query) {
        int index = index(packet, state, query);
        if (index < 0 || !has(index)) {
            return false;
        }
        drop(index);
        return true;
    }

    // ---- the command

    private int index(long value) {
        long index = (value >>> shift) - first;
        if (index < 0 || index >= size) {
            throw new SetRefusal(SetRefusal.RANGE);
        }
        return (int) index;
    }

    private interface IndexAction {
        void with(int index);
    }

    private void each(Element element, IndexAction action) {
        long from;
        long to;
        if (type() == SetType.BITMAP_PORT) {
            from = element.port;
            to = element.portTo < 0 ? from : element.portTo;
        } else {
            from = element.address[0] & 0xffff_ffffL;
            to = element.hasAddressTo ? element.addressTo & 0xffff_ffffL : from;
            if (element.cidr >= 0) {
                from &= Ip4Address.mask(element.cidr) & 0xffff_ffffL;
                to = from | ~Ip4Address.mask(element.cidr) & 0xffff_ffffL;
            }
        }
        int low = index(Math.min(from, to));
        int high = index(Math.max(from, to));
        for (int i = low; i <= high; i++) {
            action.with(i);
        }
    }

    @Override
    void add(Element element, boolean exists) {
        check(element.values);
        each(element, index -> {
            boolean there = has(index);
            if (there && !exists) {
                throw new SetRefusal(SetRefusal.ADDED);
            }
            if (!there) {
                drop(index);
            }
            put(index);
            extensions.set(index, element.values);
        });
    }

    @Override
    void delete(Element element, boolean exists) {
        each(element, index -> {
            if (!has(index) && !exists) {
                throw new SetRefusal(SetRefusal.NOT_ADDED);
            }
            drop(index);
        });
    }

    @Override
    boolean test(Element element) {
        return has(index(type() == SetType.BITMAP_PORT ? element.port : element.address[0] & 0xffff_ffffL));
    }

    @Override
    void flush() {
        for (int i = 0; i < size; i++) {
            drop(i);
        }
    }

    // ---- telling

    @Override
    int count() {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += has(i) ? 1 : 0;
        }
        return count;
    }

    @Override
    long memoryBytes() {
        long own = type() == SetType.BITMAP_PORT ? PORT_BYTES : IP_BYTES;
        return own + bits.length * 8L + (long) size * Extensions.bytesWith(0, options) + extensions.commentBytes();
    }

    private String text(long index) {
        long value = first + index << shift;
        return type() == SetType.BITMAP_PORT ? Long.toString(value) : Ip4Address.toString((int) value);
    }

    @Override
    void header(MemberText to) {
        boolean ports = type() == SetType.BITMAP_PORT;
        to.value(
                "range",
                ports
                        ? options.from + "-" + options.to
                        : Ip4Address.toString(options.from) + "-" + Ip4Address.toString(options.to));
        if (options.netmask != 0) {
            to.value("netmask", Integer.toString(options.netmask));
        }
        describeExtensions(to);
    }

    @Override
    void members(MemberText to) {
        for (int i = 0; i < size; i++) {
            if (has(i)) {
                to.element(text(i));
                extensions.describe(i, to);
            }
        }
    }
}
