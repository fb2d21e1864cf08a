package dev.weft.net.link.bridge;

import dev.weft.core.time.Timer;
import dev.weft.core.time.TimerWheel;
import dev.weft.net.link.Links;
import dev.weft.net.namespace.Network;
import java.util.concurrent.TimeUnit;

/// The spanning tree protocol of one bridge: which ports forward, so that there is one way and no loop (IEEE
/// 802.1D-1998 §8; the procedures of §8.6 by their names).
///
/// Without the protocol the same procedures run and every live port ends up forwarding at once.
final class SpanningTree {
    private static final long HOLD_TIME = TimeUnit.SECONDS.toNanos(1);
    private static final long FIRST_CLEAN_UP = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int DEFAULT_PRIORITY = 0x8000;
    private static final long ADDRESS_MASK = 0xffff_ffff_ffffL;

    private final Bridge bridge;
    private final BpduSender sender;
    private boolean enabled;

    private long bridgeId = (long) DEFAULT_PRIORITY << 48;
    private long designatedRoot = bridgeId;
    private int rootPathCost;
    private int rootPort;

    private final StpTimes own = new StpTimes();
    private final StpTimes current = new StpTimes();
    private long ageingTime = TimeUnit.SECONDS.toNanos(300);
    private long ownAgeingTime = ageingTime;

    private boolean topologyChange;
    private boolean topologyChangeDetected;
    private final Timer helloTimer = Timer.of(this::helloExpired);
    private final Timer notificationTimer = Timer.of(this::notificationExpired);
    private final Timer topologyChangeTimer = Timer.of(this::topologyChangeExpired);

    SpanningTree(Bridge bridge) {
        this.bridge = bridge;
        this.sender = new BpduSender(bridge);
    }

    // ---- what listings show

    boolean isEnabled() {
        return enabled;
    }

    boolean isRoot() {
        return designatedRoot == bridgeId;
    }

    long bridgeId() {
        return bridgeId;
    }

    int priority() {
        return (int) (bridgeId >>> 48);
    }

    long designatedRoot() {
        return designatedRoot;
    }

    int rootPathCost() {
        return rootPathCost;
    }

    /// The number of the port towards the root; 0 for the root itself.
    int rootPort() {
        return rootPort;
    }

    boolean isTopologyChanging() {
        return topologyChange;
    }

    boolean isTopologyChangeDetected() {
        return topologyChangeDetected;
    }

    /// The times that are in force: the root's.
    StpTimes current() {
        return current;
    }

    /// The times that hold when this bridge is the root.
    StpTimes own() {
        return own;
    }

    long forwardDelay() {
        return current.forwardDelay;
    }

    long ageingTime() {
        return ageingTime;
    }

    Timer helloTimer() {
        return helloTimer;
    }

    Timer notificationTimer() {
        return notificationTimer;
    }

    Timer topologyChangeTimer() {
        return topologyChangeTimer;
    }

    boolean isDesignated(BridgePort port) {
        return port.designatedBridge == bridgeId && port.designatedPort == port.id();
    }

    // ---- what a person sets

    /// Switches the protocol on or off.
    void enable(boolean on) {
        if (on == enabled) {
            return;
        }
        if (on) {
            enabled = true;
            own.forwardDelay = StpTimes.clampForwardDelay(own.forwardDelay);
            takeOwnTimesIfRoot();
            if (bridge.isUp()) {
                set(helloTimer, current.helloTime);
            }
            portStateSelection();
        } else {
            portStateSelection();
            enabled = false;
        }
    }

    /// New own times count at once while this bridge is the root.
    void takeOwnTimesIfRoot() {
        if (isRoot()) {
            current.copy(own);
        }
    }

    void ageingTime(long nanos) {
        ageingTime = nanos;
        ownAgeingTime = nanos;
        bridge.fdb.startCleanUp(0);
    }

    void priority(int priority) {
        boolean wasRoot = isRoot();
        long id = (long) priority << 48 | bridgeId & ADDRESS_MASK;
        for (BridgePort port : bridge.floodOrder()) {
            if (port.state != PortState.DISABLED && isDesignated(port)) {
                port.designatedBridge = id;
            }
        }
        bridgeId = id;
        reconsider(wasRoot);
    }

    /// The bridge's address is part of its identity.
    void address(long address) {
        boolean wasRoot = isRoot();
        long old = bridgeId & ADDRESS_MASK;
        bridge.fdb.bridgeAddressed(address);
        bridgeId = bridgeId & ~ADDRESS_MASK | address;
        bridge.address(address);
        for (BridgePort port : bridge.floodOrder()) {
            port.designatedBridge = readdressed(port.designatedBridge, old, address);
            port.designatedRoot = readdressed(port.designatedRoot, old, address);
        }
        reconsider(wasRoot);
    }

    private static long readdressed(long id, long old, long address) {
        return (id & ADDRESS_MASK) == old ? id & ~ADDRESS_MASK | address : id;
    }

    void portPriority(BridgePort port, int priority) {
        boolean designated = isDesignated(port);
        port.priority = priority;
        if (designated) {
            port.designatedPort = port.id();
        }
        if (port.designatedBridge == bridgeId && port.id() < port.designatedPort) {
            becomeDesignatedPort(port);
            portStateSelection();
        }
    }

    void pathCost(BridgePort port, int cost) {
        port.set(PortFlag.ADMIN_COST, true);
        port.pathCost = cost;
        configurationUpdate();
        portStateSelection();
    }

    private void reconsider(boolean wasRoot) {
        configurationUpdate();
        portStateSelection();
        if (isRoot() && !wasRoot) {
            becomeRoot();
        }
    }

    // ---- coming up and going down

    void bridgeUp() {
        if (enabled) {
            set(helloTimer, current.helloTime);
        }
        bridge.fdb.startCleanUp(FIRST_CLEAN_UP);
        configBpduGeneration();
        for (BridgePort port : bridge.floodOrder()) {
            if (BridgePorts.isLive(port)) {
                enablePort(port);
            }
        }
    }

    void bridgeDown() {
        for (BridgePort port : bridge.floodOrder()) {
            if (port.state != PortState.DISABLED) {
                disablePort(port);
            }
        }
        setTopologyChange(false);
        topologyChangeDetected = false;
        cancel(helloTimer);
        cancel(topologyChangeTimer);
        cancel(notificationTimer);
        bridge.fdb.stopCleanUp();
    }

    /// A port's device has come up (§8.8.2).
    void enablePort(BridgePort port) {
        initPort(port);
        portStateSelection();
        bridge.announce(port, false);
    }

    void initPort(BridgePort port) {
        becomeDesignatedPort(port);
        port.state = PortState.BLOCKING;
        port.topologyChangeAcknowledge = false;
        port.configPending = false;
    }

    /// A port's device has gone down (§8.8.3).
    void disablePort(BridgePort port) {
        boolean wasRoot = isRoot();
        becomeDesignatedPort(port);
        port.state = PortState.DISABLED;
        port.topologyChangeAcknowledge = false;
        port.configPending = false;
        bridge.announce(port, false);
        cancel(port.messageAgeTimer);
        cancel(port.forwardDelayTimer);
        cancel(port.holdTimer);
        bridge.fdb.deleteByPort(port, false);
        reconsider(wasRoot);
    }

    // ---- procedures of §8.6

    /// §8.6.4
    private void configBpduGeneration() {
        for (BridgePort port : bridge.floodOrder()) {
            if (port.state != PortState.DISABLED && isDesignated(port)) {
                transmitConfig(port);
            }
        }
    }

    /// §8.6.1
    private void transmitConfig(BridgePort port) {
        if (port.holdTimer.isSet()) {
            port.configPending = true;
            return;
        }
        long age = 0;
        if (!isRoot()) {
            age = now() - bridge.port(rootPort).designatedAge + StpTimes.MESSAGE_AGE_INCREMENT;
        }
        if (age >= current.maxAge) {
            return;
        }
        if (enabled) {
            sender.configuration(port, this, age);
        }
        port.topologyChangeAcknowledge = false;
        port.configPending = false;
        if (enabled) {
            set(port.holdTimer, HOLD_TIME);
        }
    }

    /// §8.6.6
    private void transmitNotification() {
        if (rootPort != 0 && enabled) {
            sender.notification(bridge.port(rootPort));
        }
    }

    /// §8.6.7
    private void configurationUpdate() {
        rootSelection();
        designatedPortSelection();
    }

    /// §8.6.8
    private void rootSelection() {
        BridgePort best = null;
        for (BridgePort port : bridge.floodOrder()) {
            if (!RootElection.wins(port, best, this)) {
                continue;
            }
            if (port.has(PortFlag.ROOT_BLOCK)) {
                blockRootPort(port);
            } else {
                best = port;
            }
        }
        rootPort = best == null ? 0 : best.number;
        designatedRoot = best == null ? bridgeId : best.designatedRoot;
        rootPathCost = best == null ? 0 : best.designatedCost + best.pathCost;
    }

    private void blockRootPort(BridgePort port) {
        port.state = PortState.LISTENING;
        bridge.announce(port, false);
        if (current.forwardDelay > 0) {
            set(port.forwardDelayTimer, current.forwardDelay);
        }
    }

    /// §8.6.9
    private void designatedPortSelection() {
        for (BridgePort port : bridge.floodOrder()) {
            if (port.state != PortState.DISABLED && RootElection.isBestOfSegment(port, this)) {
                becomeDesignatedPort(port);
            }
        }
    }

    /// §8.6.10
    private void becomeDesignatedPort(BridgePort port) {
        port.designatedRoot = designatedRoot;
        port.designatedCost = rootPathCost;
        port.designatedBridge = bridgeId;
        port.designatedPort = port.id();
    }

    /// §8.6.11; a bridge without a forwarding port has no carrier.
    void portStateSelection() {
        int live = 0;
        for (BridgePort port : bridge.floodOrder()) {
            if (port.state == PortState.DISABLED) {
                continue;
            }
            if (port.number == rootPort) {
                port.configPending = false;
                port.topologyChangeAcknowledge = false;
                makeForwarding(port);
            } else if (isDesignated(port)) {
                cancel(port.messageAgeTimer);
                makeForwarding(port);
            } else {
                port.configPending = false;
                port.topologyChangeAcknowledge = false;
                makeBlocking(port);
            }
            if (port.state == PortState.FORWARDING) {
                live++;
            }
        }
        Links.carrier(bridge, live > 0);
    }

    /// §8.6.12
    private void makeForwarding(BridgePort port) {
        if (port.state != PortState.BLOCKING) {
            return;
        }
        if (!enabled || current.forwardDelay == 0) {
            port.state = PortState.FORWARDING;
            topologyChangeDetection();
            cancel(port.forwardDelayTimer);
        } else {
            port.state = PortState.LISTENING;
        }
        bridge.announce(port, false);
        if (current.forwardDelay != 0) {
            set(port.forwardDelayTimer, current.forwardDelay);
        }
    }

    /// §8.6.13
    private void makeBlocking(BridgePort port) {
        if (port.state == PortState.DISABLED || port.state == PortState.BLOCKING) {
            return;
        }
        if (port.state == PortState.FORWARDING || port.state == PortState.LEARNING) {
            topologyChangeDetection();
        }
        port.state = PortState.BLOCKING;
        bridge.announce(port, false);
        cancel(port.forwardDelayTimer);
    }

    /// §8.6.14
    private void topologyChangeDetection() {
        if (!enabled) {
            return;
        }
        if (isRoot()) {
            setTopologyChange(true);
            set(topologyChangeTimer, own.forwardDelay + own.maxAge);
        } else if (!topologyChangeDetected) {
            transmitNotification();
            set(notificationTimer, own.helloTime);
        }
        topologyChangeDetected = true;
    }

    /// §8.6.15
    private void topologyChangeAcknowledged() {
        topologyChangeDetected = false;
        cancel(notificationTimer);
    }

    /// §8.6.16
    private void acknowledgeTopologyChange(BridgePort port) {
        port.topologyChangeAcknowledge = true;
        transmitConfig(port);
    }

    /// While the topology changes, addresses age in twice the forward delay.
    private void setTopologyChange(boolean changing) {
        if (topologyChange != changing) {
            ageingTime = changing ? 2 * current.forwardDelay : ownAgeingTime;
            topologyChange = changing;
            if (bridge.fdb.cleanUpTimer().isSet()) {
                bridge.fdb.startCleanUp(0);
            }
        }
    }

    private void becomeRoot() {
        current.copy(own);
        topologyChangeDetection();
        cancel(notificationTimer);
        if (bridge.isUp()) {
            configBpduGeneration();
            if (enabled) {
                set(helloTimer, current.helloTime);
            }
        }
    }

    // ---- BPDUs received (§8.7)

    /// §8.7.1
    void receivedConfig(BridgePort port, BpduReader bpdu) {
        boolean wasRoot = isRoot();
        if (RootElection.supersedes(bpdu, port, this)) {
            recordConfigInformation(port, bpdu);
            configurationUpdate();
            portStateSelection();
            if (!isRoot() && wasRoot) {
                resignAsRoot();
            }
            if (port.number == rootPort) {
                recordTimeouts(bpdu);
                configBpduGeneration();
                if (bpdu.isAcknowledgment()) {
                    topologyChangeAcknowledged();
                }
            }
        } else if (isDesignated(port)) {
            transmitConfig(port);
        }
    }

    private void resignAsRoot() {
        cancel(helloTimer);
        if (topologyChangeDetected) {
            cancel(topologyChangeTimer);
            transmitNotification();
            set(notificationTimer, own.helloTime);
        }
    }

    /// §8.6.2
    private void recordConfigInformation(BridgePort port, BpduReader bpdu) {
        port.designatedRoot = bpdu.root();
        port.designatedCost = bpdu.rootPathCost();
        port.designatedBridge = bpdu.bridge();
        port.designatedPort = bpdu.port();
        port.designatedAge = now() - bpdu.messageAge();
        set(port.messageAgeTimer, bpdu.maxAge() - bpdu.messageAge());
    }

    /// §8.6.3
    private void recordTimeouts(BpduReader bpdu) {
        current.maxAge = bpdu.maxAge();
        current.helloTime = bpdu.helloTime();
        current.forwardDelay = bpdu.forwardDelay();
        setTopologyChange(bpdu.isTopologyChange());
    }

    /// §8.7.2
    void receivedNotification(BridgePort port) {
        if (isDesignated(port)) {
            topologyChangeDetection();
            acknowledgeTopologyChange(port);
        }
    }

    // ---- timers (§8.7.3 to §8.7.8)

    private void helloExpired() {
        if (bridge.isUp()) {
            configBpduGeneration();
            if (enabled) {
                set(helloTimer, current.helloTime);
            }
        }
    }

    void messageAgeExpired(BridgePort port) {
        if (port.state == PortState.DISABLED) {
            return;
        }
        boolean wasRoot = isRoot();
        becomeDesignatedPort(port);
        reconsider(wasRoot);
    }

    void forwardDelayExpired(BridgePort port) {
        if (port.state == PortState.LISTENING) {
            port.state = PortState.LEARNING;
            set(port.forwardDelayTimer, current.forwardDelay);
        } else if (port.state == PortState.LEARNING) {
            port.state = PortState.FORWARDING;
            if (isDesignatedSomewhere()) {
                topologyChangeDetection();
            }
            Links.carrier(bridge, true);
        }
        bridge.announce(port, false);
    }

    private boolean isDesignatedSomewhere() {
        for (BridgePort port : bridge.floodOrder()) {
            if (port.state != PortState.DISABLED && port.designatedBridge == bridgeId) {
                return true;
            }
        }
        return false;
    }

    private void notificationExpired() {
        if (!isRoot() && bridge.isUp()) {
            transmitNotification();
            set(notificationTimer, own.helloTime);
        }
    }

    private void topologyChangeExpired() {
        topologyChangeDetected = false;
        setTopologyChange(false);
    }

    void holdExpired(BridgePort port) {
        if (port.configPending) {
            transmitConfig(port);
        }
    }

    // ---- time

    private void set(Timer timer, long delayNanos) {
        timers().set(timer, now() + Math.max(0, delayNanos));
    }

    private void cancel(Timer timer) {
        timers().cancel(timer);
    }

    private long now() {
        return Network.of(bridge.namespace()).clock().nanos();
    }

    private TimerWheel timers() {
        return Network.of(bridge.namespace()).workerOf(bridge.namespace()).timers();
    }
}
