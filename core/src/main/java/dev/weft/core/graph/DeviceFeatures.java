package dev.weft.core.graph;

import dev.weft.core.packet.NetDevice;

/// The optional nodes on a device's way in and way out: taps, traffic control, plugins. The way in ends at the master's
/// rx handler, if there is one.
///
/// Lower priorities come first. Received packets have their MAC header at the start of the data; a node that takes a
/// packet over
/// for good calls `packet.leaveArc()`, any other sends it on with [Arcs#proceed].
public final class DeviceFeatures {
    /// Where taps (tcpdump) see received packets: before all that could change or take them.
    public static final int INPUT_TAP = 0;

    public static final int INPUT_TC = 100;
    public static final int INPUT_NETFILTER = 200;
    public static final int INPUT_VLAN = 300;

    public static final int OUTPUT_TC = 100;
    public static final int OUTPUT_TAP = 200;

    private final FeatureArc input;
    private final FeatureArc output;

    private DeviceFeatures(GraphPlan plan) {
        input = new FeatureArc(plan);
        output = new FeatureArc(plan);
    }

    public static void enableInput(GraphPlan plan, NetDevice device, String node, int priority) {
        device.inputProgram(of(plan, device).input.enable(node, priority));
    }

    public static void disableInput(GraphPlan plan, NetDevice device, String node, int priority) {
        device.inputProgram(of(plan, device).input.disable(node, priority));
    }

    /// The master that the device is enslaved to takes its packets over at `node`: a bridge, a macvlan (kernel:
    /// `netdev_rx_handler_register`).
    public static void takeOver(GraphPlan plan, NetDevice device, String node) {
        device.rxHandler(plan.id(node));
    }

    /// The device's packets are its own again.
    public static void handBack(NetDevice device) {
        device.rxHandler(0);
    }

    public static void enableOutput(GraphPlan plan, NetDevice device, String node, int priority) {
        device.outputProgram(of(plan, device).output.enable(node, priority));
    }

    public static void disableOutput(GraphPlan plan, NetDevice device, String node, int priority) {
        device.outputProgram(of(plan, device).output.disable(node, priority));
    }

    private static DeviceFeatures of(GraphPlan plan, NetDevice device) {
        if (device.features() instanceof DeviceFeatures present) {
            return present;
        }
        DeviceFeatures made = new DeviceFeatures(plan);
        device.features(made);
        return made;
    }
}
