package dev.weft.core.packet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A network device, what `ip link` lists (kernel: `struct net_device`). Each kind is a subclass that names its output
/// node.
///
/// It belongs to a namespace, whose worker alone changes it. A deleted device stays as a tombstone that drops: packets
/// on
/// their way may still hold it.
public abstract class NetDevice {
    /// Packets that may wait between arrival and `device-input` (`net.core.netdev_max_backlog`).
    public static final int BACKLOG_LIMIT = 1000;

    public static final int IFF_UP = 0x1;
    public static final int IFF_BROADCAST = 0x2;
    public static final int IFF_LOOPBACK = 0x8;
    public static final int IFF_POINTOPOINT = 0x10;
    public static final int IFF_NOTRAILERS = 0x20;
    public static final int IFF_RUNNING = 0x40;
    public static final int IFF_NOARP = 0x80;
    public static final int IFF_PROMISC = 0x100;
    public static final int IFF_ALLMULTI = 0x200;
    public static final int IFF_MASTER = 0x400;
    public static final int IFF_SLAVE = 0x800;
    public static final int IFF_MULTICAST = 0x1000;
    public static final int IFF_DYNAMIC = 0x8000;
    public static final int IFF_LOWER_UP = 0x10000;
    public static final int IFF_DORMANT = 0x20000;

    public static final int ARPHRD_ETHER = 1;
    public static final int ARPHRD_LOOPBACK = 772;
    public static final int ARPHRD_NONE = 65534;

    private String name;
    private int index;
    private NetNamespace namespace;
    private boolean registered;
    private int flags;
    private int mtu;
    private long address;
    private long broadcast;
    private boolean carrier = true;
    private @Nullable NetDevice master;
    private @Nullable Object masterPort;
    private int backlog;
    private final DeviceStatistics statistics = new DeviceStatistics();
    private final Settings settings = new Settings();

    private ArcProgram inputProgram = ArcProgram.EMPTY;
    private ArcProgram outputProgram = ArcProgram.EMPTY;
    private int inputNode = -1;
    private int protocolNode = -1;
    private int outputNode = -1;
    private @Nullable Object features;
    private @Nullable Object[] slots = NO_SLOTS;

    private static final @Nullable Object[] NO_SLOTS = new Object[0];

    /// What a person sets and the data path does not read.
    public static final class Settings {
        private @Nullable String alias;
        private int group;
        private int txQueueLength = 1000;
        private int promiscuity;
        private int allMulticast;
        private boolean addressAssignedByUser;
        private final List<String> alternativeNames = new ArrayList<>(0);
        private int requestedFlags;
        private OperState operState = OperState.UNKNOWN;
        private int linkMode;
        private int addressGenerationMode;
        private boolean activated;
        private int transmitQueues = 1;
        private int receiveQueues = 1;
        private long gsoMaxSize = 65536;
        private int gsoMaxSegments = 65535;
        private long groMaxSize = 65536;

        public @Nullable String alias() {
            return alias;
        }

        public void alias(@Nullable String alias) {
            this.alias = alias;
        }

        public int group() {
            return group;
        }

        public void group(int group) {
            this.group = group;
        }

        public int txQueueLength() {
            return txQueueLength;
        }

        public void txQueueLength(int packets) {
            this.txQueueLength = packets;
        }

        public int promiscuity() {
            return promiscuity;
        }

        public void promiscuity(int count) {
            this.promiscuity = count;
        }

        public int allMulticast() {
            return allMulticast;
        }

        public void allMulticast(int count) {
            this.allMulticast = count;
        }

        /// Did a person give the hardware address, so that nothing may change it by itself (kernel: `NET_ADDR_SET`)?
        public boolean isAddressAssignedByUser() {
            return addressAssignedByUser;
        }

        public void addressAssignedByUser(boolean assigned) {
            this.addressAssignedByUser = assigned;
        }

        /// [#IFF_PROMISC] and [#IFF_ALLMULTI] as a person asked for them, which listings show (kernel: `gflags`).
        public int requestedFlags() {
            return requestedFlags;
        }

        public void requestedFlags(int flags) {
            this.requestedFlags = flags;
        }

        public OperState operState() {
            return operState;
        }

        public void operState(OperState state) {
            this.operState = state;
        }

        /// 0 default, 1 dormant: what `UP` becomes (`IF_LINK_MODE_*`).
        public int linkMode() {
            return linkMode;
        }

        public void linkMode(int mode) {
            this.linkMode = mode;
        }

        /// How IPv6 makes the device's link-local address (`IN6_ADDR_GEN_MODE_*`).
        public int addressGenerationMode() {
            return addressGenerationMode;
        }

        public void addressGenerationMode(int mode) {
            this.addressGenerationMode = mode;
        }

        /// Was it ever up, so that it has got its queueing discipline (kernel: `attach_default_qdiscs`)?
        public boolean isActivated() {
            return activated;
        }

        public void activated(boolean activated) {
            this.activated = activated;
        }

        public int transmitQueues() {
            return transmitQueues;
        }

        public int receiveQueues() {
            return receiveQueues;
        }

        public void queues(int transmit, int receive) {
            this.transmitQueues = transmit;
            this.receiveQueues = receive;
        }

        public long gsoMaxSize() {
            return gsoMaxSize;
        }

        public void gsoMaxSize(long bytes) {
            this.gsoMaxSize = bytes;
        }

        public int gsoMaxSegments() {
            return gsoMaxSegments;
        }

        public void gsoMaxSegments(int segments) {
            this.gsoMaxSegments = segments;
        }

        public long groMaxSize() {
            return groMaxSize;
        }

        public void groMaxSize(long bytes) {
            this.groMaxSize = bytes;
        }
    }

    protected NetDevice(NetNamespace namespace, String name, int mtuBytes, long address) {
        this.namespace = namespace;
        this.name = name;
        this.mtu = mtuBytes;
        this.address = address;
        this.broadcast = 0xffff_ffff_ffffL;
        this.flags = IFF_BROADCAST | IFF_MULTICAST;
    }

    // ---- what the kind says of itself

    /// The node that sends packets out of this kind of device.
    public abstract String outputNodeName();

    /// The node at which received packets go on: by default Ethernet's.
    public String inputNodeName() {
        return "ethernet-input";
    }

    /// ARPHRD_* of if_arp(4): 1 Ethernet, 772 loopback, 65534 none.
    public int hardwareType() {
        return 1;
    }

    /// Bytes of link-layer header: 14, or 0 for a device that carries bare IP.
    public int headerLength() {
        return 14;
    }

    /// Bytes of each packet that its counters leave out.
    public int uncountedBytes() {
        return 0;
    }

    public int minMtu() {
        return 68;
    }

    public int maxMtu() {
        return 65535;
    }

    /// The device below or beyond this one (`@IF` in `ip link`): a veth's peer, a vlan's parent.
    public @Nullable NetDevice link() {
        return null;
    }

    /// Is there a device below or beyond by nature, even if that one is gone (`@NONE`)?
    public boolean hasLink() {
        return link() != null;
    }

    /// Must it stay in the namespace in which it was made (kernel: `netns_immutable`)?
    public boolean isBoundToNamespace() {
        return false;
    }

    /// The queueing discipline that the device gets when it first comes up.
    public String defaultQdisc() {
        return "noqueue";
    }

    /// What the link runs at; 0 when it does not say.
    public int speedMegabits() {
        return 0;
    }

    /// Does the link take both directions at once: `full`, `half` or `unknown`?
    public String duplex() {
        return "full";
    }

    /// The largest segmented packet that the device itself can take (kernel: `tso_max_size`).
    public long tsoMaxSize() {
        return 524280;
    }

    // ---- identity

    public final String name() {
        return name;
    }

    public final void name(String name) {
        this.name = name;
    }

    public final int index() {
        return index;
    }

    public final void index(int index) {
        this.index = index;
    }

    public final NetNamespace namespace() {
        return namespace;
    }

    public final void namespace(NetNamespace namespace) {
        this.namespace = namespace;
    }

    /// Is it in its namespace's list? Not yet, or no longer: a tombstone that drops.
    public final boolean isRegistered() {
        return registered;
    }

    public final void registered(boolean registered) {
        this.registered = registered;
    }

    public final List<String> alternativeNames() {
        return settings.alternativeNames;
    }

    public final Settings settings() {
        return settings;
    }

    /// How traces and listings name the device, with its namespace.
    public final String label() {
        return namespace.name().isEmpty() ? name : namespace.name() + "/" + name;
    }

    // ---- state

    public final int flags() {
        return flags;
    }

    public final void flags(int flags) {
        this.flags = flags;
    }

    public final boolean has(int flag) {
        return (flags & flag) != 0;
    }

    public final boolean isUp() {
        return (flags & IFF_UP) != 0;
    }

    /// Does the other end answer (kernel: `netif_carrier_ok`)?
    public final boolean hasCarrier() {
        return carrier;
    }

    public final void carrier(boolean carrier) {
        this.carrier = carrier;
    }

    /// Up and with carrier: may packets leave by it?
    public final boolean isRunning() {
        return carrier && isUp();
    }

    public final int mtu() {
        return mtu;
    }

    public final void mtu(int bytes) {
        this.mtu = bytes;
    }

    /// The hardware address as the low 48 bits.
    public final long address() {
        return address;
    }

    public final void address(long address) {
        this.address = address;
    }

    public final long broadcast() {
        return broadcast;
    }

    public final void broadcast(long address) {
        this.broadcast = address;
    }

    public final @Nullable NetDevice master() {
        return master;
    }

    /// What the master keeps of this device as its port, read by the node that takes over its packets.
    public final @Nullable Object masterPort() {
        return masterPort;
    }

    public final void master(@Nullable NetDevice master, @Nullable Object port) {
        this.master = master;
        this.masterPort = port;
    }

    public final DeviceStatistics statistics() {
        return statistics;
    }

    // ---- the graph's side

    /// Optional nodes that received packets pass before [#inputNode] (kernel: taps, tc ingress, rx handler).
    public final ArcProgram inputProgram() {
        return inputProgram;
    }

    public final void inputProgram(ArcProgram program) {
        this.inputProgram = program;
    }

    /// Optional nodes that packets pass before [#outputNode] (kernel: tc egress, taps).
    public final ArcProgram outputProgram() {
        return outputProgram;
    }

    public final void outputProgram(ArcProgram program) {
        this.outputProgram = program;
    }

    public final int inputNode() {
        return inputNode;
    }

    /// The node of the device's own protocol, to which packets go that no master takes.
    public final int protocolNode() {
        return protocolNode;
    }

    /// From now on received packets end their way in at `node`, which takes them over for a master (kernel:
    /// `rx_handler`), or with 0 at [#protocolNode] again.
    public final void rxHandler(int node) {
        this.inputNode = node == 0 ? protocolNode : node;
    }

    public final int outputNode() {
        return outputNode;
    }

    /// Said once by the graph's plan when the device is registered.
    public final void nodes(int input, int output) {
        this.inputNode = input;
        this.protocolNode = input;
        this.outputNode = output;
    }

    /// What the graph keeps of the features that are on, to compile the programs from.
    public final @Nullable Object features() {
        return features;
    }

    public final void features(Object features) {
        this.features = features;
    }

    // ---- feature state

    /// What a feature keeps of this device, made when it is first asked for.
    @SuppressWarnings("unchecked")
    public final <T> T get(DeviceKey<T> key) {
        int index = key.index();
        if (index < slots.length) {
            Object value = slots[index];
            if (value != null) {
                return (T) value;
            }
        }
        T value = key.create(this);
        if (index >= slots.length) {
            slots = Arrays.copyOf(slots, index + 1);
        }
        slots[index] = value;
        return value;
    }

    /// What a feature keeps of this device, if it ever came to that.
    @SuppressWarnings("unchecked")
    public final <T> @Nullable T peek(DeviceKey<T> key) {
        return key.index() < slots.length ? (T) slots[key.index()] : null;
    }

    /// Empties the slot, as when the device leaves its namespace.
    public final void forget(DeviceKey<?> key) {
        if (key.index() < slots.length) {
            slots[key.index()] = null;
        }
    }

    /// Packets that have arrived and wait to be taken in.
    public final int backlog() {
        return backlog;
    }

    public final void backlog(int packets) {
        this.backlog = packets;
    }

    /// Does the packet fit the MTU, as one frame or as the segments that it stands for (kernel: `is_skb_forwardable`)?
    public final boolean fits(Packet packet) {
        return packet.length() <= mtu + headerLength() + 4 || packet.gsoSize() != 0;
    }

    @Override
    public final String toString() {
        return label();
    }
}
