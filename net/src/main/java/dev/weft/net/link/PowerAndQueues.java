package dev.weft.net.link;

import dev.weft.core.packet.NetDevice;
import java.util.ArrayList;
import java.util.List;

/// Directories that every device has on Linux, and that say nothing where there is no hardware: `power`, `queues/rx-0`.
final class PowerAndQueues {
    private static final AttributeGroup POWER = new AttributeGroup(
            "power",
            List.of(
                    fixed("control", "auto"),
                    fixed("runtime_active_time", "0"),
                    fixed("runtime_status", "unsupported"),
                    fixed("runtime_suspended_time", "0")));

    private static final List<DeviceAttribute> RECEIVE = List.of(fixed("rps_cpus", "0"), fixed("rps_flow_cnt", "0"));

    private static final List<DeviceAttribute> TRANSMIT =
            List.of(fixed("tx_maxrate", "0"), fixed("tx_timeout", "0"), fixed("xps_cpus", "0"), fixed("xps_rxqs", "0"));

    private PowerAndQueues() {}

    private static DeviceAttribute fixed(String name, String text) {
        return DeviceAttribute.readOnly(name, device -> text);
    }

    static List<DeviceDirectory> directories(NetDevice device) {
        List<DeviceDirectory> all = new ArrayList<>();
        all.add(POWER);
        for (int i = 0; i < device.settings().receiveQueues(); i++) {
            all.add(new AttributeGroup("queues/rx-" + i, RECEIVE));
        }
        for (int i = 0; i < device.settings().transmitQueues(); i++) {
            all.add(new AttributeGroup("queues/tx-" + i, TRANSMIT));
        }
        return all;
    }
}
