package dev.weft.net.netfilter.set;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.HookState;

/// A set of a namespace (kernel: `struct ip_set`).
public abstract sealed class IpSet permits HashSet, BitmapSet, ListSet {
    /// What a packet's look into a set came to.
    enum Found {
        NO,
        YES,
        /// In an element that says `nomatch`.
        NOMATCH
    }

    private String name;
    private final SetType type;
    final SetOptions options;
    private int references;

    IpSet(String name, SetType type, SetOptions options) {
        this.name = name;
        this.type = type;
        this.options = options;
    }

    public String name() {
        return name;
    }

    void name(String newName) {
        this.name = newName;
    }

    public SetType type() {
        return type;
    }

    /// Is it of one family only, and is that IPv6?
    boolean isIp6() {
        return options.ip6;
    }

    int references() {
        return references;
    }

    void references(int count) {
        references = count;
    }

    // ---- from the data path

    /// Is the packet in it? Called on the data path: allocates nothing.
    public final boolean test(Packet packet, HookState state, SetQuery query) {
        if (query.parts() < type.dimension()) {
            return false;
        }
        Found found = find(packet, state, query);
        if (query.returnsNomatch() && type.hasNetworks() && found != Found.NO) {
            return found == Found.NOMATCH;
        }
        return found == Found.YES;
    }

    abstract Found find(Packet packet, HookState state, SetQuery query);

    /// Adds what the packet says.
    ///
    /// @param seconds -1 for the set's own timeout
    /// @param renew says anew how long an element that is there stays
    /// @return whether it was added
    public abstract boolean add(Packet packet, HookState state, SetQuery query, long seconds, boolean renew);

    /// @return whether it was there
    public abstract boolean delete(Packet packet, HookState state, SetQuery query);

    /// The mark, in the upper half, and the mask that the element found last maps packets to; 0 when none.
    abstract long foundMapping();

    /// The priority, in the upper half, and the queue that the element found last maps packets to.
    abstract long foundClass();

    /// What the element that the last [#test] found maps a packet's mark to, under [#foundMarkMask].
    public final int foundMark() {
        return (int) (foundMapping() >>> 32);
    }

    /// Which bits of the mark are mapped.
    public final int foundMarkMask() {
        return (int) foundMapping();
    }

    public final int foundPriority() {
        return (int) (foundClass() >>> 32);
    }

    // ---- from the command

    /// @param exists an element that is there already is no error
    abstract void add(Element element, boolean exists);

    /// @param exists an element that is not there is no error
    abstract void delete(Element element, boolean exists);

    abstract boolean test(Element element);

    abstract void flush();

    /// Takes leave of other sets, before it is destroyed.
    void destroy() {
        flush();
    }

    abstract int count();

    abstract long memoryBytes();

    /// Gives every member, in the order of Linux.
    abstract void members(MemberText to);

    /// The words of `ipset create` behind the type.
    abstract void header(MemberText to);

    final void describeExtensions(MemberText to) {
        if (options.hasTimeout()) {
            to.value("timeout", Long.toString(options.timeout));
        }
        if (options.counters) {
            to.flag("counters");
        }
        if (options.comment) {
            to.flag("comment");
        }
        if (options.skbinfo) {
            to.flag("skbinfo");
        }
    }

    /// Refuses what the set was created without.
    final void check(ElementValues values) {
        if (values.timeout >= 0 && !options.hasTimeout()) {
            throw new SetRefusal(SetRefusal.TIMEOUT);
        }
        if ((values.hasPackets || values.hasBytes) && !options.counters) {
            throw new SetRefusal(SetRefusal.COUNTER);
        }
        if (values.comment != null && !options.comment) {
            throw new SetRefusal(SetRefusal.COMMENT);
        }
        if (values.hasSkbinfo() && !options.skbinfo) {
            throw new SetRefusal(SetRefusal.SKBINFO);
        }
    }
}
