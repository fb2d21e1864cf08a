package dev.weft.net.netfilter.table;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ipv4;
import dev.weft.core.wire.Ipv6Fragment;
import dev.weft.core.wire.Ipv6Payload;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.HookFamily;
import org.jspecify.annotations.Nullable;

/// Where a packet is and what is known of it while a table is walked (kernel: `struct nf_hook_state` and
/// `xt_action_param`). One instance per node, filled anew for each packet.
///
/// The packet's data begin with its IP header, which is whole; nothing behind it has been checked. A match reads the
/// transport header from [#transportOffset] on after it has compared with `packet.length()`, and only in what has a
/// [#fragmentOffset] of 0.
public final class HookState {
    private static final int PROTOCOL = 9;
    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;
    private static final int FRAGMENT_WORD = 6;

    private final HookFamily family;
    private final TableKind table;
    private final Hook hook;
    private final HookServices services;
    private @Nullable NetNamespace namespace;
    private @Nullable NetDevice in;
    private @Nullable NetDevice out;
    private int fragmentOffset;
    private int transportOffset;
    private int protocol;
    private long now;
    private boolean hotDrop;

    // Of IPv4 only: what every rule compares.
    int source4;
    int destination4;

    public HookState(HookFamily family, TableKind table, Hook hook, HookServices services) {
        this.family = family;
        this.table = table;
        this.hook = hook;
        this.services = services;
    }

    /// Takes up the next packet.
    ///
    /// @param in the device that it came by, where the hook knows it
    /// @param out the device that it leaves by, where the hook knows it
    public void enter(
            Packet packet, NetNamespace itsNamespace, @Nullable NetDevice in, @Nullable NetDevice out, long now) {
        this.namespace = itsNamespace;
        this.in = in;
        this.out = out;
        this.now = now;
        hotDrop = false;
        if (family == HookFamily.IPV4) {
            source4 = packet.i32(SOURCE);
            destination4 = packet.i32(DESTINATION);
            protocol = packet.u8(PROTOCOL);
            fragmentOffset = (packet.u16(FRAGMENT_WORD) & Ipv4.OFFSET_MASK) * 8;
            transportOffset = (packet.u8(0) & 0xf) * 4;
        } else {
            Ipv6Payload payload = Ipv6Payload.of(packet, 0);
            protocol = payload.protocol();
            int fragment = payload.fragmentOffset();
            fragmentOffset = fragment < 0 ? 0 : new Ipv6Fragment(packet, fragment).fragmentOffset();
            transportOffset = payload.offset();
        }
    }

    public HookFamily family() {
        return family;
    }

    public boolean isIp6() {
        return family == HookFamily.IPV6;
    }

    public TableKind table() {
        return table;
    }

    public Hook hook() {
        return hook;
    }

    public NetNamespace namespace() {
        NetNamespace known = namespace;
        if (known == null) {
            throw new IllegalStateException("no packet was entered");
        }
        return known;
    }

    public @Nullable NetDevice in() {
        return in;
    }

    public @Nullable NetDevice out() {
        return out;
    }

    /// Bytes before this part of a datagram; other than 0 there is no transport header.
    public int fragmentOffset() {
        return fragmentOffset;
    }

    /// Where the transport header begins, by what the IP header says; it need not be there.
    public int transportOffset() {
        return transportOffset;
    }

    /// The protocol of the transport header, behind all extension headers; -1 when an IPv6 packet ends before one.
    public int protocol() {
        return protocol;
    }

    /// Nanoseconds of the clock.
    public long now() {
        return now;
    }

    public HookServices services() {
        return services;
    }

    /// Says that the packet is so malformed that it must be dropped, whatever the rules say (kernel: `hotdrop`).
    public void hotDrop() {
        hotDrop = true;
    }

    public boolean isHotDrop() {
        return hotDrop;
    }
}
