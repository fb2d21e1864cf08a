package dev.weft.net.ip.v4.address;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.wire.Ip4Address;
import org.jspecify.annotations.Nullable;

/// An IPv4 address on a device (kernel: `struct in_ifaddr`).
public final class InterfaceAddress {
    /// It lives as long as the primary address of its network.
    public static final int SECONDARY = 0x01;

    public static final int NODAD = 0x02;
    public static final int OPTIMISTIC = 0x04;
    public static final int DADFAILED = 0x08;
    public static final int HOMEADDRESS = 0x10;

    /// Its preferred lifetime is over.
    public static final int DEPRECATED = 0x20;

    public static final int TENTATIVE = 0x40;

    /// It has no end.
    public static final int PERMANENT = 0x80;

    public static final int MANAGETEMPADDR = 0x100;

    /// It brings no route to its network.
    public static final int NOPREFIXROUTE = 0x200;

    /// Its multicast group is joined.
    public static final int MCAUTOJOIN = 0x400;

    public static final int STABLE_PRIVACY = 0x800;

    /// What only IPv6 knows, and IPv4 does not keep.
    static final int IPV6_ONLY =
            NODAD | OPTIMISTIC | DADFAILED | HOMEADDRESS | TENTATIVE | MANAGETEMPADDR | STABLE_PRIVACY;

    /// A lifetime without end, in seconds.
    public static final int FOREVER = -1;

    private final NetDevice device;
    private final int local;
    private final int address;
    private final int prefixLength;
    private final int broadcast;
    private final int scope;
    private String label;
    private int flags;
    private int priority;
    private int protocol;
    private int validSeconds = FOREVER;
    private int preferredSeconds = FOREVER;
    private long changedNanos;

    @Nullable
    InterfaceAddress nextInHash;

    InterfaceAddress(AddressRequest request) {
        this.device = request.device();
        this.local = request.local();
        this.address = request.address();
        this.prefixLength = request.prefixLength();
        this.broadcast = request.broadcast();
        this.scope = request.scope();
        this.label = request.label();
        this.flags = request.flags() & ~(IPV6_ONLY | SECONDARY);
        this.priority = request.priority();
        this.protocol = request.protocol();
    }

    public NetDevice device() {
        return device;
    }

    /// The address itself.
    public int local() {
        return local;
    }

    /// The address of the peer, or of this end too where there is none.
    public int address() {
        return address;
    }

    public int prefixLength() {
        return prefixLength;
    }

    public int mask() {
        return Ip4Address.mask(prefixLength);
    }

    /// The network that it is in.
    public int prefix() {
        return address & mask();
    }

    /// 0 when none was given.
    public int broadcast() {
        return broadcast;
    }

    public int scope() {
        return scope;
    }

    public String label() {
        return label;
    }

    void label(String name) {
        label = name;
    }

    public int flags() {
        return flags;
    }

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    public boolean isSecondary() {
        return has(SECONDARY);
    }

    void set(int flag, boolean on) {
        flags = on ? flags | flag : flags & ~flag;
    }

    /// The metric of the route to its network.
    public int priority() {
        return priority;
    }

    void priority(int metric) {
        priority = metric;
    }

    /// Who made it (`IFAPROT_*`), 0 when nobody says.
    public int protocol() {
        return protocol;
    }

    void protocol(int maker) {
        protocol = maker;
    }

    // ---- lifetimes

    /// How long it is valid from [#changedNanos] on, in seconds, unsigned; [#FOREVER] for ever.
    int validSeconds() {
        return validSeconds;
    }

    int preferredSeconds() {
        return preferredSeconds;
    }

    long changedNanos() {
        return changedNanos;
    }

    /// The seconds that are left of its validity, unsigned.
    public int validSecondsLeft(long nowNanos) {
        return has(PERMANENT) || preferredSeconds == FOREVER ? validShown() : left(validSeconds, nowNanos);
    }

    /// The seconds for which new connections may use it, unsigned.
    public int preferredSecondsLeft(long nowNanos) {
        return has(PERMANENT) ? FOREVER : left(preferredSeconds, nowNanos);
    }

    /// Linux counts the validity down only together with the preference.
    private int validShown() {
        return has(PERMANENT) ? FOREVER : validSeconds;
    }

    private int left(int seconds, long nowNanos) {
        if (seconds == FOREVER) {
            return FOREVER;
        }
        long passed = (nowNanos - changedNanos) / 1_000_000_000L;
        return (int) Math.max(0, Integer.toUnsignedLong(seconds) - passed);
    }

    /// Gives it a life (kernel: `set_ifa_lifetime`).
    void live(int valid, int preferred, long nowNanos) {
        set(PERMANENT, valid == FOREVER);
        set(DEPRECATED, preferred == 0);
        validSeconds = valid;
        preferredSeconds = preferred;
        changedNanos = nowNanos;
    }

    // ---- comparisons

    /// Does it have this mask, and lies `other` in its network?
    boolean isInNetwork(int other, int length) {
        return length == prefixLength && contains(other);
    }

    /// Is an address in its network (kernel: `inet_ifa_match`)?
    public boolean contains(int other) {
        return ((other ^ address) & mask()) == 0;
    }

    @Override
    public String toString() {
        return Ip4Address.toString(local) + "/" + prefixLength + " " + label;
    }
}
