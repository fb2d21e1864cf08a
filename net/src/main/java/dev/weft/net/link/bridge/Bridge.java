package dev.weft.net.link.bridge;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.link.LinkType;
import dev.weft.net.link.Links;
import dev.weft.net.namespace.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A switch made of this namespace's devices (kernel: net/bridge).
public final class Bridge extends NetDevice implements Links.TypedDevice {
    static final int MOST_PORTS = 1 << 10;

    final SpanningTree tree = new SpanningTree(this);
    final Fdb fdb = new Fdb(this);
    final BridgeSettings stored = new BridgeSettings();

    /// Which of the link-local groups are forwarded, a bit for each.
    int groupForwardMask;

    boolean noLinkLocalLearn;

    /// Has a person given the MTU, so that it no longer follows the ports'?
    boolean mtuGiven;

    private @Nullable BridgePort[] byNumber = new BridgePort[4];
    private BridgePort[] newestFirst = new BridgePort[0];

    Bridge(NetNamespace namespace, String name, long address) {
        super(namespace, name, 1500, address);
    }

    @Override
    public LinkType type() {
        return BridgeType.INSTANCE;
    }

    @Override
    public String outputNodeName() {
        return BridgeOutput.NAME;
    }

    @Override
    public boolean isBoundToNamespace() {
        return true;
    }

    /// The least of what its ports can take.
    @Override
    public long tsoMaxSize() {
        return Arrays.stream(newestFirst)
                .mapToLong(port -> port.device.tsoMaxSize())
                .min()
                .orElse(65536);
    }

    /// That of the fastest port that works; -1 when none does.
    @Override
    public int speedMegabits() {
        return Arrays.stream(newestFirst)
                .filter(port -> port.device.isRunning())
                .mapToInt(port -> port.device.speedMegabits())
                .max()
                .orElse(-1);
    }

    @Override
    public String duplex() {
        return "unknown";
    }

    // ---- ports

    /// The port of that number, which there is.
    BridgePort port(int number) {
        BridgePort port = byNumber[number];
        if (port == null) {
            throw new IllegalStateException(this + " has no port " + number);
        }
        return port;
    }

    @Nullable
    BridgePort portOrNull(int number) {
        return number < byNumber.length ? byNumber[number] : null;
    }

    /// All ports, the last added first: the order in which floods leave.
    BridgePort[] floodOrder() {
        return newestFirst;
    }

    List<BridgePort> ports() {
        return List.of(newestFirst);
    }

    /// The lowest number that is free; 0 when there is none.
    int freeNumber() {
        for (int number = 1; number < MOST_PORTS; number++) {
            if (number >= byNumber.length || byNumber[number] == null) {
                return number;
            }
        }
        return 0;
    }

    void add(BridgePort port) {
        if (port.number >= byNumber.length) {
            byNumber = Arrays.copyOf(byNumber, Math.min(MOST_PORTS, 2 * byNumber.length));
        }
        byNumber[port.number] = port;
        List<BridgePort> ports = new ArrayList<>(ports());
        ports.addFirst(port);
        newestFirst = ports.toArray(BridgePort[]::new);
    }

    void remove(BridgePort port) {
        byNumber[port.number] = null;
        newestFirst = Arrays.stream(newestFirst).filter(other -> other != port).toArray(BridgePort[]::new);
    }

    /// Tells `bridge monitor` of a port, or with null of the bridge itself.
    void announce(@Nullable BridgePort port, boolean deleted) {
        Network.of(namespace()).notifier().publish(new PortMessage(this, port, deleted));
    }
}
