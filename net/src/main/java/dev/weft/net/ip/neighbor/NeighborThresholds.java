package dev.weft.net.ip.neighbor;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.net.namespace.Network;

/// What holds for all neighbour tables of a network, set in its first namespace alone, as on Linux
/// (`net.ipv4.neigh.default`): sizes, and what new devices begin with.
public final class NeighborThresholds {
    private static final NamespaceKey<NeighborThresholds> KEY =
            new NamespaceKey<>("neighbour thresholds", ns -> new NeighborThresholds(Network.of(ns)));

    private final NeighborParameters defaults;
    private int gcInterval = 30;
    private int threshold1 = 128;
    private int threshold2 = 512;
    private int threshold3 = 1024;

    private NeighborThresholds(Network network) {
        defaults = new NeighborParameters(network.random());
    }

    public static NeighborThresholds of(Network network) {
        return network.initial().get(KEY);
    }

    public NeighborParameters defaults() {
        return defaults;
    }

    public int gcIntervalSeconds() {
        return gcInterval;
    }

    public void gcIntervalSeconds(int seconds) {
        this.gcInterval = seconds;
    }

    /// Below this many, none is collected.
    public int threshold1() {
        return threshold1;
    }

    public void threshold1(int entries) {
        this.threshold1 = entries;
    }

    /// More than this many are borne for five seconds only.
    public int threshold2() {
        return threshold2;
    }

    public void threshold2(int entries) {
        this.threshold2 = entries;
    }

    /// There are never more.
    public int threshold3() {
        return threshold3;
    }

    public void threshold3(int entries) {
        this.threshold3 = entries;
    }
}
