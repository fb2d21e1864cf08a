package dev.weft.core.packet;

import dev.weft.core.trace.PacketTrace;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/// One linear buffer and what is known of it (kernel: `struct sk_buff`): exactly one owner at any moment,
/// copied and never shared when it goes two ways.
///
/// Offsets given to the accessors count from the first byte of data; [#pull] and [#push] move that first
/// byte. Numbers are big-endian, as on the wire. Lengths are checked once, where a header is first met; an
/// accessor simply reads, and a wrong offset reaches only the pool's own memory.
public final class Packet {
    /// Room left in front of the data of a fresh packet, for headers to come.
    public static final int HEADROOM = PacketMemory.HEADROOM;

    private static final PacketType[] TYPES = PacketType.values();
    private static final ChecksumState[] CHECKSUMS = ChecksumState.values();
    private static final GsoType[] GSO_TYPES = GsoType.values();

    // The upper bits of `flags` hold what has few values, so that one store makes all of it as new.
    private static final int TYPE_SHIFT = 29;
    private static final int CHECKSUM_SHIFT = 27;
    private static final int GSO_SHIFT = 25;
    private static final int LOOPBACK = 1 << 24;
    private static final int TYPE_MASK = 7 << TYPE_SHIFT;
    private static final int CHECKSUM_MASK = 3 << CHECKSUM_SHIFT;
    private static final int GSO_MASK = 3 << GSO_SHIFT;

    // All fields together fill two cache lines. Positions are addresses within the slab, which 32 bits hold.

    private final int buffer;
    private int data;
    private int length;
    private int holder;
    private int macHeader;
    private int networkHeader;
    private int transportHeader;
    private int checksumStart;
    private int mark;
    private int priority;
    private int flags;
    private int controlA;
    private int controlB;
    private int connection;
    private long controlC;
    private long timestamp;

    private char protocol;
    private char checksumOffset;
    private char gsoSize;
    private char end;
    private char outerEnd;
    private byte position;
    private byte outerPosition;
    private byte connectionInfo;

    private @Nullable NetDevice rxDevice;
    private @Nullable NetDevice txDevice;
    private @Nullable Destination destination;
    private @Nullable Object socket;
    private @Nullable PacketTrace trace;
    private ArcProgram program = ArcProgram.EMPTY;
    private ArcProgram outerProgram = ArcProgram.EMPTY;

    /// @param buffer the address of the buffer's first byte in the slab
    Packet(long buffer) {
        this.buffer = (int) buffer;
        this.data = this.buffer + HEADROOM;
    }

    private long address(int offset) {
        return (data + offset) & PacketMemory.MASK;
    }

    /// Bytes of the whole buffer, headroom included.
    private int size() {
        return isLarge() ? PacketMemory.LARGE_STRIDE : PacketMemory.SMALL_STRIDE;
    }

    // ---- bytes

    public int u8(int offset) {
        return PacketMemory.SLAB.get(PacketMemory.BYTE, address(offset)) & 0xff;
    }

    public int u16(int offset) {
        return PacketMemory.SLAB.get(PacketMemory.SHORT, address(offset)) & 0xffff;
    }

    public int i32(int offset) {
        return PacketMemory.SLAB.get(PacketMemory.INT, address(offset));
    }

    public long u32(int offset) {
        return i32(offset) & 0xffff_ffffL;
    }

    public long u48(int offset) {
        return ((long) u16(offset) << 32) | u32(offset + 2);
    }

    public long i64(int offset) {
        return PacketMemory.SLAB.get(PacketMemory.LONG, address(offset));
    }

    public void put8(int offset, int value) {
        PacketMemory.SLAB.set(PacketMemory.BYTE, address(offset), (byte) value);
    }

    public void put16(int offset, int value) {
        PacketMemory.SLAB.set(PacketMemory.SHORT, address(offset), (short) value);
    }

    public void put32(int offset, int value) {
        PacketMemory.SLAB.set(PacketMemory.INT, address(offset), value);
    }

    public void put48(int offset, long value) {
        put16(offset, (int) (value >>> 32));
        put32(offset + 2, (int) value);
    }

    public void put64(int offset, long value) {
        PacketMemory.SLAB.set(PacketMemory.LONG, address(offset), value);
    }

    /// Eight bytes in the machine's own order, for checksums and comparisons that do not care which.
    public long native64(int offset) {
        return PacketMemory.SLAB.get(PacketMemory.NATIVE_LONG, address(offset));
    }

    public void putNative64(int offset, long value) {
        PacketMemory.SLAB.set(PacketMemory.NATIVE_LONG, address(offset), value);
    }

    /// Copies bytes out of the packet; the caller has checked that they are there.
    public void copyTo(int offset, byte[] target, int targetOffset, int count) {
        MemorySegment.copy(PacketMemory.SLAB, ValueLayout.JAVA_BYTE, address(offset), target, targetOffset, count);
    }

    public void copyFrom(int offset, byte[] source, int sourceOffset, int count) {
        MemorySegment.copy(source, sourceOffset, PacketMemory.SLAB, ValueLayout.JAVA_BYTE, address(offset), count);
    }

    /// Copies bytes of another packet into this one; short runs go by longs, which is faster than a call up
    /// to 64 bytes.
    public void copyFrom(int offset, Packet source, int sourceOffset, int count) {
        if (count <= 64 && (count & 7) == 0) {
            for (int i = 0; i < count; i += 8) {
                put64(offset + i, source.i64(sourceOffset + i));
            }
        } else {
            MemorySegment.copy(
                    PacketMemory.SLAB, source.address(sourceOffset), PacketMemory.SLAB, address(offset), count);
        }
    }

    public byte[] toByteArray() {
        byte[] bytes = new byte[length];
        copyTo(0, bytes, 0, length);
        return bytes;
    }

    /// The native memory of the data and of the room behind it, for system calls of the host.
    public MemorySegment memory() {
        return PacketMemory.SLAB.asSlice(address(0), buffer + size() - data);
    }

    // ---- shape

    public int length() {
        return length;
    }

    public void length(int bytes) {
        assert bytes >= 0 && bytes <= buffer + size() - data;
        this.length = bytes;
    }

    /// Moves the first byte forward: what was before it is no longer data (kernel: `skb_pull`).
    public void pull(int bytes) {
        data += bytes;
        length -= bytes;
    }

    /// Moves the first byte back, into the headroom; the caller knows that [#headroom] suffices (kernel:
    /// `skb_push`).
    public void push(int bytes) {
        assert headroom() >= bytes;
        data -= bytes;
        length += bytes;
    }

    public int headroom() {
        return data - buffer;
    }

    /// Bytes that still fit behind the data.
    public int tailroom() {
        return buffer + size() - data - length;
    }

    /// Is it one of the 64 KB class (GSO, reassembly, lo)?
    public boolean isLarge() {
        return buffer < 0; // the upper half of the slab
    }

    // ---- layers: kept as addresses, given relative to the data

    public int macOffset() {
        return macHeader - data;
    }

    public void macOffset(int offset) {
        macHeader = data + offset;
    }

    public int networkOffset() {
        return networkHeader - data;
    }

    public void networkOffset(int offset) {
        networkHeader = data + offset;
    }

    public int transportOffset() {
        return transportHeader - data;
    }

    public void transportOffset(int offset) {
        transportHeader = data + offset;
    }

    /// The EtherType of what the packet carries above the link layer.
    public int protocol() {
        return protocol;
    }

    public void protocol(int etherType) {
        this.protocol = (char) etherType;
    }

    public PacketType type() {
        return TYPES[flags >>> TYPE_SHIFT];
    }

    public void type(PacketType type) {
        flags = (flags & ~TYPE_MASK) | type.ordinal() << TYPE_SHIFT;
    }

    /// Has `device` received it for this host, and is there nothing else to be known of it?
    public boolean isPlain(NetDevice device) {
        return rxDevice == device && (flags & ~CHECKSUM_MASK) == 0;
    }

    /// Was it sent by this host to itself?
    public boolean isLoopback() {
        return (flags & LOOPBACK) != 0;
    }

    public void loopback(boolean loopback) {
        flags = loopback ? flags | LOOPBACK : flags & ~LOOPBACK;
    }

    // ---- checksum and segmentation offload

    public ChecksumState checksumState() {
        return CHECKSUMS[(flags & CHECKSUM_MASK) >>> CHECKSUM_SHIFT];
    }

    public void checksumState(ChecksumState state) {
        flags = (flags & ~CHECKSUM_MASK) | state.ordinal() << CHECKSUM_SHIFT;
    }

    /// The transport checksum holds the pseudo header only; whoever needs it whole sums from `start` and
    /// stores at `start + field` (kernel: `CHECKSUM_PARTIAL`). `start` counts from the data.
    public void partialChecksum(int start, int field) {
        checksumState(ChecksumState.PARTIAL);
        checksumStart = data + start;
        checksumOffset = (char) field;
    }

    public int checksumStart() {
        return checksumStart - data;
    }

    public int checksumOffset() {
        return checksumOffset;
    }

    public int gsoSize() {
        return (flags & GSO_MASK) == 0 ? 0 : gsoSize;
    }

    public GsoType gsoType() {
        return GSO_TYPES[(flags & GSO_MASK) >>> GSO_SHIFT];
    }

    /// Payload bytes of each segment that the packet stands for; 0 when it stands for itself alone.
    public void gso(GsoType type, int segmentBytes) {
        flags = (flags & ~GSO_MASK) | type.ordinal() << GSO_SHIFT;
        this.gsoSize = (char) segmentBytes;
    }

    // ---- who carries it, where it goes

    public NetDevice rxDevice() {
        NetDevice device = rxDevice;
        if (device == null) {
            throw new IllegalStateException("packet has not been received by any device");
        }
        return device;
    }

    public @Nullable NetDevice rxDeviceOrNull() {
        return rxDevice;
    }

    public void rxDevice(@Nullable NetDevice device) {
        this.rxDevice = device;
    }

    public NetDevice txDevice() {
        NetDevice device = txDevice;
        if (device == null) {
            throw new IllegalStateException("packet has no device to leave by");
        }
        return device;
    }

    public @Nullable NetDevice txDeviceOrNull() {
        return txDevice;
    }

    public void txDevice(@Nullable NetDevice device) {
        this.txDevice = device;
    }

    /// The routing decision made for this packet, if any (kernel: `skb_dst`).
    public @Nullable Destination destination() {
        return destination;
    }

    public void destination(@Nullable Destination destination) {
        this.destination = destination;
    }

    /// The local socket that sent the packet or is to receive it.
    public @Nullable Object socket() {
        return socket;
    }

    public void socket(@Nullable Object socket) {
        this.socket = socket;
    }

    /// The handle of the tracked connection that the packet belongs to; 0 for none. Netfilter alone knows
    /// what it means.
    public int connection() {
        return connection;
    }

    /// How the packet relates to its connection (kernel: `enum ip_conntrack_info`).
    public int connectionInfo() {
        return connectionInfo;
    }

    /// Makes the packet belong to a connection (kernel: `nf_ct_set`); 0 and 0 for none.
    public void connection(int handle, int info) {
        this.connection = handle;
        this.connectionInfo = (byte) info;
    }

    public int mark() {
        return mark;
    }

    public void mark(int mark) {
        this.mark = mark;
    }

    public int priority() {
        return priority;
    }

    public void priority(int priority) {
        this.priority = priority;
    }

    /// When the packet was received or sent, in nanoseconds of the clock; 0 when nobody asked.
    public long timestamp() {
        return timestamp;
    }

    public void timestamp(long nanos) {
        this.timestamp = nanos;
    }

    /// Bits of [PacketFlag].
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    public void set(int flag) {
        flags |= flag;
    }

    public void clear(int flag) {
        flags &= ~flag;
    }

    // ---- scratch of the layer that owns the packet now (kernel: `skb->cb`)

    public int controlA() {
        return controlA;
    }

    public void controlA(int value) {
        this.controlA = value;
    }

    public int controlB() {
        return controlB;
    }

    public void controlB(int value) {
        this.controlB = value;
    }

    public long controlC() {
        return controlC;
    }

    public void controlC(long value) {
        this.controlC = value;
    }

    // ---- arcs

    /// Starts to walk `program`; when it is through, the packet goes on at node `endNode`. An arc may be
    /// entered while another is walked, two levels deep: the outer one is taken up again after the inner has
    /// ended.
    public void enterArc(ArcProgram program, int endNode) {
        if (outerEnd != 0) {
            throw new IllegalStateException("arcs nest two levels deep");
        }
        outerProgram = this.program;
        outerPosition = this.position;
        outerEnd = this.end;
        this.program = program;
        this.position = 0;
        this.end = (char) endNode;
    }

    /// The node that comes next on the arc, which is left when its end is reached.
    public int nextOnArc() {
        if (position < program.length()) {
            return program.step(position++);
        }
        int node = end;
        leaveArc();
        return node;
    }

    /// Leaves the inner arc before its end: the packet was taken over by the node that calls (kernel:
    /// `RX_HANDLER_CONSUMED`).
    public void leaveArc() {
        program = outerProgram;
        position = outerPosition;
        end = outerEnd;
        outerProgram = ArcProgram.EMPTY;
        outerPosition = 0;
        outerEnd = 0;
    }

    /// Goes on where `other` is on its arcs, which it has been put together from.
    public void takeArcs(Packet other) {
        program = other.program;
        position = other.position;
        end = other.end;
        outerProgram = other.outerProgram;
        outerPosition = other.outerPosition;
        outerEnd = other.outerEnd;
    }

    private void leaveAllArcs() {
        program = ArcProgram.EMPTY;
        position = 0;
        end = 0;
        outerProgram = ArcProgram.EMPTY;
        outerPosition = 0;
        outerEnd = 0;
    }

    /// Makes `device` the receiver: what belonged to the sender's side is forgotten, and the mark and time
    /// too when the namespace changes (kernel: `skb_scrub_packet`).
    public void arriveOn(NetDevice device) {
        NetDevice from = txDevice;
        rxDevice = device;
        txDevice = null;
        flags &= CHECKSUM_MASK | GSO_MASK;
        forget();
        if (from == null || from.namespace() != device.namespace()) {
            mark = 0;
            priority = 0;
            timestamp = 0;
        }
    }

    /// Lets go of what one host knew of the packet; most packets have none of it, and a store costs more than
    /// a look.
    private void forget() {
        if (destination != null) {
            destination = null;
        }
        if (socket != null) {
            socket = null;
        }
        if ((connection | connectionInfo) != 0) {
            connection = 0;
            connectionInfo = 0;
        }
        if (end != 0) {
            leaveAllArcs();
        }
    }

    /// Comes back to the host that sent it, by `device`: route, connection and mark stay (kernel:
    /// `loopback_xmit`).
    public void loopBack(NetDevice device) {
        rxDevice = device;
        txDevice = null;
        flags = (flags & ~TYPE_MASK) | LOOPBACK;
        leaveAllArcs();
    }

    // ---- trace

    public boolean isTraced() {
        return trace != null;
    }

    public @Nullable PacketTrace trace() {
        return trace;
    }

    public void trace(@Nullable PacketTrace trace) {
        this.trace = trace;
    }

    /// Writes down a decision; called only where [#isTraced] holds.
    public void trace(Record decision) {
        if (trace != null) {
            trace.decided(decision);
        }
    }

    /// This packet exists because of `cause` (an ARP query, an ICMP error, a reply): if that one is traced,
    /// so is this.
    public void causedBy(Packet cause, String why) {
        if (cause.trace != null) {
            trace = cause.trace.child(why);
        }
    }

    // ---- ownership

    /// The frame that owns the packet now; 0 when none does.
    public int holder() {
        return holder;
    }

    public void holder(int frameId) {
        this.holder = frameId;
    }

    /// Makes the packet as new. Its length, its layers and its protocol are for whoever fills it to say.
    void reset() {
        data = buffer + HEADROOM;
        flags = 0;
        rxDevice = null;
        txDevice = null;
        if ((mark | priority) != 0) {
            mark = 0;
            priority = 0;
        }
        if (timestamp != 0) {
            timestamp = 0;
        }
        forget();
        if (trace != null) {
            trace = null;
        }
    }

    /// Takes over everything of `other` that a copy of a packet keeps, bytes included.
    void copyOf(Packet other) {
        data = buffer + other.headroom();
        length = other.length;
        copyFrom(0, other, 0, other.length);
        int before = other.data - other.macHeader;
        if (before > 0 && before <= other.headroom()) {
            copyFrom(-before, other, -before, before);
        }
        int moved = data - other.data;
        macHeader = other.macHeader + moved;
        networkHeader = other.networkHeader + moved;
        transportHeader = other.transportHeader + moved;
        checksumStart = other.checksumStart + moved;
        checksumOffset = other.checksumOffset;
        gsoSize = other.gsoSize;
        takeMetadata(other, "copy");
    }

    /// Takes over where `other` comes from and goes to and all that is known of it, but not its bytes and
    /// layers: what a part of it needs, be it a fragment or a segment.
    public void takeMetadata(Packet other, String why) {
        rxDevice = other.rxDevice;
        txDevice = other.txDevice;
        destination = other.destination;
        socket = other.socket;
        connection = other.connection;
        connectionInfo = other.connectionInfo;
        protocol = other.protocol;
        mark = other.mark;
        priority = other.priority;
        timestamp = other.timestamp;
        flags = other.flags;
        controlA = other.controlA;
        controlB = other.controlB;
        controlC = other.controlC;
        causedBy(other, why);
    }
}
