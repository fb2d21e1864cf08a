package dev.weft.net.netfilter.set;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.time.Clock;
import dev.weft.net.netfilter.set.HashTable.Added;
import dev.weft.net.netfilter.table.HookState;

/// A set of one of the types `hash:…` (kernel: `ip_set_hash_gen.h` and what includes it).
final class HashSet extends IpSet implements HashTable.Watcher {
    private static final long NANOS = 1_000_000_000L;

    private final Clock clock;
    private final Key key;
    private final Extensions extensions;
    private final HashTable table;
    private final PrefixLengths lengths = new PrefixLengths();
    private final PacketParts parts = new PacketParts();
    private int found;

    HashSet(String name, SetType type, SetOptions options, Clock clock) {
        super(name, type, options);
        this.clock = clock;
        key = new Key(type, options.ip6);
        extensions = new Extensions(clock, options);
        int bytes = Extensions.bytesWith(type.elementBytes(options.ip6), options);
        long wanted = Math.clamp(options.hashSize, 64, 1 << 24);
        int bits = 64 - Long.numberOfLeadingZeros(wanted - 1);
        table = new HashTable(
                key.words.length,
                key.hashedWords,
                options.seed,
                bits,
                bucketSize(options.bucketSize),
                bytes,
                extensions,
                this);
    }

    private static int bucketSize(int wanted) {
        int size = wanted < 2 ? 2 : Math.min(wanted, 12);
        return size + (size & 1);
    }

    // ---- packets

    @Override
    Found find(Packet packet, HookState state, SetQuery query) {
        if (!read(packet, state, query)) {
            return Found.NO;
        }
        if (!type().hasNetworks()) {
            key.tail(parts.protocol, parts.port, 0, false);
            return answer(table.find(key.words), packet, query);
        }
        return findNetwork(packet, query);
    }

    private Found findNetwork(Packet packet, SetQuery query) {
        int at = key.networkAt();
        for (int i = 0; i < lengths.count(); i++) {
            int length = lengths.at(i);
            key.tail(parts.protocol, parts.port, length, false);
            key.mask(at, length); // shorter and shorter: nothing is lost
            int slot = table.find(key.words);
            if (slot < 0 && table.sawAlike()) {
                return Found.NO;
            }
            Found found = answer(slot, packet, query);
            if (found != Found.NO) {
                return found;
            }
        }
        return Found.NO;
    }

    private Found answer(int slot, Packet packet, SetQuery query) {
        if (slot < 0 || !extensions.matches(slot, packet.length(), query)) {
            return Found.NO;
        }
        found = slot;
        return extensions.isNomatch(slot) ? Found.NOMATCH : Found.YES;
    }

    @Override
    long foundMapping() {
        return extensions.mark(found);
    }

    @Override
    long foundClass() {
        return extensions.priority(found);
    }

    /// Lays out the addresses of a packet; false when it cannot be in such a set.
    private boolean read(Packet packet, HookState state, SetQuery query) {
        SetType type = type();
        if (state.isIp6() != options.ip6) {
            return false;
        }
        key.address(parts.address(packet, options.ip6, query.isSource(0)));
        if (options.netmask != 0) {
            key.mask(0, options.netmask);
        } else if (options.bitmask.length > 0) {
            key.maskBy(options.bitmask);
        }
        if (type == SetType.HASH_IP && key.isNullAddress()) {
            return false;
        }
        if (type.hasPort() && !parts.port(packet, state, query.isSource(1))) {
            return false;
        }
        if (type.hasSecond()) {
            key.second(parts.address(packet, options.ip6, query.isSource(2)));
        }
        if (type.hasDevice()) {
            NetDevice device = query.isSource(1) ? state.in() : state.out();
            if (device == null) {
                return false;
            }
            key.device(device.name());
        }
        return true;
    }

    @Override
    public boolean add(Packet packet, HookState state, SetQuery query, long seconds, boolean renew) {
        if (query.parts() < type().dimension() || !read(packet, state, query)) {
            return false;
        }
        finish(lengthOfPackets());
        if (table.count() >= options.maxElements && options.hasTimeout()) {
            sweepNow();
        }
        Added added = table.add(key.words, options.maxElements, options.forceAdd);
        if (added == Added.NEW || added == Added.THERE && renew) {
            extensions.set(table.addedSlot(), packet.length(), seconds);
        }
        return added == Added.NEW || added == Added.THERE && renew;
    }

    @Override
    public boolean delete(Packet packet, HookState state, SetQuery query) {
        if (query.parts() < type().dimension() || !read(packet, state, query)) {
            return false;
        }
        finish(lengthOfPackets());
        int slot = table.find(key.words);
        boolean there = slot >= 0 && !extensions.isExpired(slot);
        if (there) {
            table.remove(slot);
        }
        return there;
    }

    /// The length that a network gets which a packet adds: that of the smallest that is there.
    private int lengthOfPackets() {
        return lengths.count() > 0 ? lengths.at(0) : key.addressBits();
    }

    private void finish(int length) {
        key.tail(parts.protocol, parts.port, length, false);
        if (type().hasNetworks()) {
            key.mask(key.networkAt(), length);
        }
    }

    // ---- the command

    @Override
    void add(Element element, boolean exists) {
        check(element.values);
        sweep();
        new ElementRange(type(), options, key).each(element, () -> addOne(element, exists));
    }

    private void addOne(Element element, boolean exists) {
        if (table.count() >= options.maxElements && options.hasTimeout()) {
            sweepNow();
        }
        Added added = table.add(key.words, options.maxElements, options.forceAdd);
        while (added == Added.CROWDED) {
            table.resize();
            added = table.add(key.words, options.maxElements, options.forceAdd);
        }
        if (added == Added.FULL) {
            throw new SetRefusal(SetRefusal.FULL);
        }
        if (added == Added.THERE && !exists) {
            throw new SetRefusal(SetRefusal.ADDED);
        }
        extensions.set(table.addedSlot(), element.values);
    }

    @Override
    void delete(Element element, boolean exists) {
        sweep();
        new ElementRange(type(), options, key).each(element, () -> {
            int slot = table.find(key.words);
            if (slot >= 0 && !extensions.isExpired(slot)) {
                table.remove(slot);
            } else if (!exists) {
                throw new SetRefusal(SetRefusal.NOT_ADDED);
            }
        });
    }

    @Override
    boolean test(Element element) {
        int length = new ElementRange(type(), options, key).first(element);
        Found found = Found.NO;
        if (type().hasNetworks() && length == key.addressBits()) {
            found = testLengths(element);
        } else {
            found = userAnswer(table.find(key.words));
        }
        return element.values.isNomatch && type().hasNetworks() ? found == Found.NOMATCH : found == Found.YES;
    }

    private Found testLengths(Element element) {
        for (int i = 0; i < lengths.count(); i++) {
            key.tail(element.protocol, element.port, lengths.at(i), element.isPhysical);
            key.mask(key.networkAt(), lengths.at(i));
            Found found = userAnswer(table.find(key.words));
            if (found != Found.NO || table.sawAlike()) {
                return found;
            }
        }
        return Found.NO;
    }

    private Found userAnswer(int slot) {
        if (slot < 0 || extensions.isExpired(slot)) {
            return Found.NO;
        }
        return extensions.isNomatch(slot) ? Found.NOMATCH : Found.YES;
    }

    // ---- upkeep

    @Override
    public void entered(int slot) {
        if (type().hasNetworks()) {
            lengths.add(length(slot));
        }
    }

    @Override
    public void left(int slot) {
        if (type().hasNetworks()) {
            lengths.remove(length(slot));
        }
    }

    private int length(int slot) {
        return Key.cidr(type(), table.word(slot, key.hashedWords - 1));
    }

    private void sweep() {
        if (options.hasTimeout()) {
            table.sweep(clock.nanos(), Math.max(1, options.timeout / 3) * NANOS);
        }
    }

    private void sweepNow() {
        table.sweep();
    }

    @Override
    void flush() {
        table.clear();
    }

    // ---- telling

    @Override
    int count() {
        sweep();
        int[] count = new int[1];
        table.forEach(slot -> count[0] += extensions.isExpired(slot) ? 0 : 1);
        return count[0];
    }

    @Override
    long memoryBytes() {
        return type().memory(options.ip6) + table.memoryBytes() + extensions.commentBytes();
    }

    @Override
    void header(MemberText to) {
        to.value("family", options.ip6 ? "inet6" : "inet");
        to.value("hashsize", Integer.toString(table.hashSize()));
        to.value("maxelem", Long.toString(options.maxElements));
        if (options.bitmask.length > 0) {
            to.value("bitmask", AddressText.of(options.bitmask, options.ip6));
        } else if (options.netmask != 0) {
            to.value("netmask", Integer.toString(options.netmask));
        }
        describeExtensions(to);
        to.value("bucketsize", Integer.toString(table.bucketSize()));
        to.value("initval", String.format("0x%08x", options.seed));
    }

    @Override
    void members(MemberText to) {
        table.forEach(slot -> {
            if (!extensions.isExpired(slot)) {
                to.element(text(slot));
                extensions.describe(slot, to);
            }
        });
    }

    private String text(int slot) {
        int words = key.addressWords();
        int tail = table.word(slot, key.hashedWords - 1);
        SetType type = type();
        StringBuilder text = new StringBuilder(address(slot, 0));
        if (type.hasNetworks() && key.networkAt() == 0) {
            text.append(prefix(tail));
        }
        if (type.hasPort()) {
            text.append(',').append(PortText.of(Key.protocol(type, tail), Key.port(tail)));
        }
        if (type.hasSecond()) {
            text.append(',').append(address(slot, words));
        }
        if (type == SetType.HASH_IP_PORT_NET) {
            text.append(prefix(tail));
        }
        if (type.hasDevice()) {
            text.append(',').append((tail & 0xff) != 0 ? "physdev:" : "");
            text.append(Key.device(table, slot, key.hashedWords));
        }
        return text.toString();
    }

    private String prefix(int tail) {
        int length = Key.cidr(type(), tail);
        return length == key.addressBits() ? "" : "/" + length;
    }

    private String address(int slot, int from) {
        int[] address = new int[4];
        for (int i = 0; i < key.addressWords(); i++) {
            address[i] = Integer.reverseBytes(table.word(slot, from + i));
        }
        return AddressText.of(address, options.ip6);
    }
}
