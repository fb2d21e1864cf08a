package dev.weft.core.packet;

import dev.weft.core.trace.PacketTrace;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/// One linear buffer and what is known of it (kernel: `struct sk_buff`): exactly one owner at any moment, copied and
/// never
/// shared when it goes two ways.
///
/// Offsets given to the accessors count from the first byte of data; [#pull] and [#push] move that first byte. Numbers
/// are
/// big-endian, as on the wire. Lengths are checked once, where a header is first met; an accessor simply reads, and a
/// wrong
/// offset reaches only the pool's own memory.
public final class Packet {
    /// Room left in front of the data of a fresh packet, for headers to come.
    public static final int HEADROOM = PacketMemory.HEADROOM;

    private final long buffer;
    private final int size;
    private final boolean large;

    private long data;
    private int length;
    private int holder;

    private @Nullable NetDevice rxDevice;
    private @Nullable NetDevice txDevice;
    private @Nullable Destination destination;
    private @Nullable Object socket;
    private @Nullable PacketTrace trace;
    private @Nullable Object connection;

    private int macHeader;
    private int networkHeader;
    private int transportHeader;
    private int protocol;
    private PacketType type = PacketType.HOST;
    private boolean loopback;

    private ChecksumState checksum = ChecksumState.NONE;
    private int checksumStart;
    private int checksumOffset;
    private int gsoSize;
    private GsoType gsoType = GsoType.NONE;

    private int mark;
    private int priority;
    private long timestamp;
    private int flags;
    private int controlA;
    private int controlB;
    private long controlC;

    private ArcProgram program = ArcProgram.EMPTY;
    private int position;
    private int end;
    private ArcProgram outerProgram = ArcProgram.EMPTY;
    private int outerPosition;
    private int outerEnd;

    Packet(long buffer, int size, boolean large) {
        this.buffer = buffer;
        this.size = size;
        this.large = large;
        this.data = buffer + HEADROOM;
    }

    // ---- bytes

    public int u8(int offset) {
        return PacketMemory.SLAB.get(PacketMemory.BYTE, (data + offset) & PacketMemory.MASK) & 0xff;
    }

    public int u16(int offset) {
        return PacketMemory.SLAB.get(PacketMemory.SHORT, (data + offset) & PacketMemory.MASK) & 0xffff;
    }

    public int i32(int offset) {
        return PacketMemory.SLAB.get(PacketMemory.INT, (data + offset) & PacketMemory.MASK);
    }

    public long u32(int offset) {
        return i32(offset) & 0xffff_ffffL;
    }

    public long u48(int offset) {
        return ((long) u16(offset) << 32) | u32(offset + 2);
    }

    public long i64(int offset) {
        return PacketMemory.SLAB.get(PacketMemory.LONG, (data + offset) & PacketMemory.MASK);
    }

    public void put8(int offset, int value) {
        PacketMemory.SLAB.set(PacketMemory.BYTE, (data + offset) & PacketMemory.MASK, (byte) value);
    }

    public void put16(int offset, int value) {
        PacketMemory.SLAB.set(PacketMemory.SHORT, (data + offset) & PacketMemory.MASK, (short) value);
    }

    public void put32(int offset, int value) {
        PacketMemory.SLAB.set(PacketMemory.INT, (data + offset) & PacketMemory.MASK, value);
    }

    public void put48(int offset, long value) {
        put16(offset, (int) (value >>> 32));
        put32(offset + 2, (int) value);
    }

    public void put64(int offset, long value) {
        PacketMemory.SLAB.set(PacketMemory.LONG, (data + offset) & PacketMemory.MASK, value);
    }

    /// Eight bytes in the machine's own order, for checksums and comparisons that do not care which.
    public long native64(int offset) {
        return PacketMemory.SLAB.get(PacketMemory.NATIVE_LONG, (data + offset) & PacketMemory.MASK);
    }

    /// Copies bytes out of the packet; the caller has checked that they are there.
    public void copyTo(int offset, byte[] target, int targetOffset, int count) {
        MemorySegment.copy(
                PacketMemory.SLAB,
                ValueLayout.JAVA_BYTE,
                (data + offset) & PacketMemory.MASK,
                target,
                targetOffset,
                count);
    }

    public void copyFrom(int offset, byte[] source, int sourceOffset, int count) {
        MemorySegment.copy(
                source,
                sourceOffset,
                PacketMemory.SLAB,
                ValueLayout.JAVA_BYTE,
                (data + offset) & PacketMemory.MASK,
                count);
    }

    /// Copies bytes of another packet into this one; short runs go by longs, which is faster than a call up to 64
    /// bytes.
    public void copyFrom(int offset, Packet source, int sourceOffset, int count) {
        if (count <= 64 && (count & 7) == 0) {
            for (int i = 0; i < count; i += 8) {
                put64(offset + i, source.i64(sourceOffset + i));
            }
        } else {
            MemorySegment.copy(
                    PacketMemory.SLAB,
                    (source.data + sourceOffset) & PacketMemory.MASK,
                    PacketMemory.SLAB,
                    (data + offset) & PacketMemory.MASK,
                    count);
        }
    }

    public byte[] toByteArray() {
        byte[] bytes = new byte[length];
        copyTo(0, bytes, 0, length);
        return bytes;
    }

    /// The native memory of the data and of the room behind it, for system calls of the host.
    public MemorySegment memory() {
        return PacketMemory.SLAB.asSlice(data, buffer + size - data);
    }

    // ---- shape

    public int length() {
        return length;
    }

    public void length(int bytes) {
        assert bytes >= 0 && data + bytes <= buffer + size;
        this.length = bytes;
    }

    /// Moves the first byte forward: what was before it is no longer data (kernel: `skb_pull`).
    public void pull(int bytes) {
        data += bytes;
        length -= bytes;
    }

    /// Moves the first byte back, into the headroom; the caller knows that [#headroom] suffices (kernel: `skb_push`).
    public void push(int bytes) {
        assert headroom() >= bytes;
        data -= bytes;
        length += bytes;
    }

    public int headroom() {
        return (int) (data - buffer);
    }

    /// Bytes that still fit behind the data.
    public int tailroom() {
        return (int) (buffer + size - data) - length;
    }

    /// Is it one of the 64 KB class (GSO, reassembly, lo)?
    public boolean isLarge() {
        return large;
    }

    // ---- layers: kept relative to the buffer, given relative to the data

    public int macOffset() {
        return macHeader - headroom();
    }

    public void macOffset(int offset) {
        macHeader = headroom() + offset;
    }

    public int networkOffset() {
        return networkHeader - headroom();
    }

    public void networkOffset(int offset) {
        networkHeader = headroom() + offset;
    }

    public int transportOffset() {
        return transportHeader - headroom();
    }

    public void transportOffset(int offset) {
        transportHeader = headroom() + offset;
    }

    /// The EtherType of what the packet carries above the link layer.
    public int protocol() {
        return protocol;
    }

    public void protocol(int etherType) {
        this.protocol = etherType;
    }

    public PacketType type() {
        return type;
    }

    public void type(PacketType type) {
        this.type = type;
    }

    /// Was it sent by this host to itself?
    public boolean isLoopback() {
        return loopback;
    }

    public void loopback(boolean loopback) {
        this.loopback = loopback;
    }

    // ---- checksum and segmentation offload

    public ChecksumState checksumState() {
        return checksum;
    }

    public void checksumState(ChecksumState state) {
        this.checksum = state;
    }

    /// The transport checksum holds the pseudo header only; whoever needs it whole sums from `start` and stores at
    /// `start + field`
    /// (kernel: `CHECKSUM_PARTIAL`). `start` counts from the data.
    public void partialChecksum(int start, int field) {
        checksum = ChecksumState.PARTIAL;
        checksumStart = headroom() + start;
        checksumOffset = field;
    }

    public int checksumStart() {
        return checksumStart - headroom();
    }

    public int checksumOffset() {
        return checksumOffset;
    }

    public int gsoSize() {
        return gsoSize;
    }

    public GsoType gsoType() {
        return gsoType;
    }

    /// Payload bytes of each segment that the packet stands for; 0 when it stands for itself alone.
    public void gso(GsoType type, int segmentBytes) {
        this.gsoType = type;
        this.gsoSize = segmentBytes;
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

    /// The tracked connection the packet belongs to; netfilter alone knows its type.
    public @Nullable Object connection() {
        return connection;
    }

    public void connection(@Nullable Object connection) {
        this.connection = connection;
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

    /// Starts to walk `program`; when it is through, the packet goes on at node `endNode`. An arc may be entered while
    /// another is walked, two levels deep: the outer one is taken up again after the inner has ended.
    public void enterArc(ArcProgram program, int endNode) {
        if (outerEnd != 0) {
            throw new IllegalStateException("arcs nest two levels deep");
        }
        outerProgram = this.program;
        outerPosition = this.position;
        outerEnd = this.end;
        this.program = program;
        this.position = 0;
        this.end = endNode;
    }

    /// The node that comes next on the arc, which is left when its end is reached.
    public int nextOnArc() {
        if (position < program.length()) {
            return program.step(position++);
        }
        int node = end;
        program = outerProgram;
        position = outerPosition;
        end = outerEnd;
        outerProgram = ArcProgram.EMPTY;
        outerPosition = 0;
        outerEnd = 0;
        return node;
    }

    /// Leaves the inner arc before its end: the packet was taken over by the node that calls (kernel:
    /// `RX_HANDLER_CONSUMED`).
    public void leaveArc() {
        position = program.length();
        int unused = nextOnArc();
        assert unused >= 0;
    }

    private void leaveAllArcs() {
        program = ArcProgram.EMPTY;
        position = 0;
        end = 0;
        outerProgram = ArcProgram.EMPTY;
        outerPosition = 0;
        outerEnd = 0;
    }

    /// Makes `device` the receiver: what belonged to the sender's side is forgotten, and the mark and time too when the
    /// namespace changes (kernel: `skb_scrub_packet`).
    public void arriveOn(NetDevice device) {
        NetDevice from = txDevice;
        rxDevice = device;
        txDevice = null;
        destination = null;
        socket = null;
        connection = null;
        type = PacketType.HOST;
        loopback = false;
        flags = 0;
        leaveAllArcs();
        if (from == null || from.namespace() != device.namespace()) {
            mark = 0;
            priority = 0;
            timestamp = 0;
        }
    }

    /// Comes back to the host that sent it, by `device`: route, connection and mark stay (kernel: `loopback_xmit`).
    public void loopBack(NetDevice device) {
        rxDevice = device;
        txDevice = null;
        type = PacketType.HOST;
        loopback = true;
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

    /// This packet exists because of `cause` (an ARP query, an ICMP error, a reply): if that one is traced, so is this.
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

    /// Makes the packet as new, but for its bytes.
    void reset() {
        data = buffer + HEADROOM;
        length = 0;
        holder = 0;
        rxDevice = null;
        txDevice = null;
        destination = null;
        socket = null;
        connection = null;
        trace = null;
        macHeader = 0;
        networkHeader = 0;
        transportHeader = 0;
        protocol = 0;
        type = PacketType.HOST;
        loopback = false;
        checksum = ChecksumState.NONE;
        gsoSize = 0;
        gsoType = GsoType.NONE;
        mark = 0;
        priority = 0;
        timestamp = 0;
        flags = 0;
        leaveAllArcs();
    }

    /// Takes over everything of `other` that a copy of a packet keeps, bytes included.
    void copyOf(Packet other) {
        data = buffer + other.headroom();
        length = other.length;
        copyFrom(0, other, 0, other.length);
        if (other.macHeader < other.headroom()) {
            int before = other.headroom() - other.macHeader;
            copyFrom(-before, other, -before, before);
        }
        rxDevice = other.rxDevice;
        txDevice = other.txDevice;
        destination = other.destination;
        socket = other.socket;
        connection = other.connection;
        macHeader = other.macHeader;
        networkHeader = other.networkHeader;
        transportHeader = other.transportHeader;
        protocol = other.protocol;
        type = other.type;
        loopback = other.loopback;
        checksum = other.checksum;
        checksumStart = other.checksumStart;
        checksumOffset = other.checksumOffset;
        gsoSize = other.gsoSize;
        gsoType = other.gsoType;
        mark = other.mark;
        priority = other.priority;
        timestamp = other.timestamp;
        flags = other.flags;
        controlA = other.controlA;
        controlB = other.controlB;
        controlC = other.controlC;
        if (other.trace != null) {
            trace = other.trace.child("copy");
        }
    }
}
