package dev.weft.net.link;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.DeviceStatistics;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.OperState;
import dev.weft.core.wire.MacAddress;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// The files that every device has under `/sys/class/net/DEV` (kernel: net/core/net-sysfs.c).
final class DeviceAttributes {
    private static final int LONGEST_ALIAS = 255;
    private static final int SETTABLE_FLAGS = NetDevice.IFF_UP
            | NetDevice.IFF_NOTRAILERS
            | NetDevice.IFF_NOARP
            | NetDevice.IFF_PROMISC
            | NetDevice.IFF_ALLMULTI
            | NetDevice.IFF_MULTICAST
            | NetDevice.IFF_DYNAMIC;

    /// How a name came about: the kernel's own choice, or a person's (`NET_NAME_*`).
    private static final int NAME_PREDICTABLE = 2;

    private static final int NAME_USER = 3;

    /// How an address came about (`NET_ADDR_*`).
    private static final int ADDRESS_RANDOM = 1;

    private static final int ADDRESS_SET = 3;

    /// Those in the device's directory itself.
    static final AttributeGroup OWN = new AttributeGroup(
            "",
            List.of(
                    DeviceAttribute.number("addr_assign_type", DeviceAttributes::addressType),
                    DeviceAttribute.number("addr_len", device -> 6),
                    DeviceAttribute.readOnly("address", device -> MacAddress.toString(device.address())),
                    DeviceAttribute.readOnly("broadcast", device -> MacAddress.toString(device.broadcast())),
                    DeviceAttribute.number(
                            "carrier", device -> bit(device.hasCarrier(), device), DeviceAttributes::carrier),
                    DeviceAttribute.number("carrier_changes", device -> carrierChanges(device)),
                    DeviceAttribute.number("carrier_down_count", device -> (carrierChanges(device) + 1) / 2),
                    DeviceAttribute.number("carrier_up_count", device -> carrierChanges(device) / 2),
                    DeviceAttribute.readOnly("dev_id", device -> "0x0"),
                    DeviceAttribute.number("dev_port", device -> 0),
                    DeviceAttribute.number(
                            "dormant", device -> bit(device.settings().operState() == OperState.DORMANT, device)),
                    DeviceAttribute.readOnly("duplex", device -> ofLink(device, device.duplex())),
                    DeviceAttribute.text(
                            "flags",
                            device -> "0x" + Integer.toHexString(device.flags()),
                            (device, text) -> Links.flags(device, (int) DeviceAttribute.number(text), SETTABLE_FLAGS)),
                    DeviceAttribute.number("gro_flush_timeout", device -> 0, DeviceAttributes::refuse),
                    DeviceAttribute.text("ifalias", DeviceAttributes::alias, DeviceAttributes::alias),
                    DeviceAttribute.number("ifindex", NetDevice::index),
                    DeviceAttribute.number("iflink", DeviceAttributes::linkIndex),
                    DeviceAttribute.number(
                            "link_mode", device -> device.settings().linkMode()),
                    DeviceAttribute.number("mtu", NetDevice::mtu, DeviceAttributes::mtu),
                    DeviceAttribute.number("name_assign_type", DeviceAttributes::nameType),
                    DeviceAttribute.number("napi_defer_hard_irqs", device -> 0, DeviceAttributes::refuse),
                    DeviceAttribute.number(
                            "netdev_group",
                            device -> device.settings().group(),
                            (device, group) -> device.settings().group((int) inRange(group))),
                    DeviceAttribute.readOnly(
                            "operstate",
                            device -> LinkPrinter.state(device).name().toLowerCase(Locale.ROOT)),
                    DeviceAttribute.number("proto_down", device -> 0, DeviceAttributes::refuse),
                    DeviceAttribute.number("speed", device -> ofLink(device, device.speedMegabits())),
                    DeviceAttribute.number("testing", device -> bit(false, device)),
                    DeviceAttribute.number("threaded", device -> 0, DeviceAttributes::refuse),
                    DeviceAttribute.number(
                            "tx_queue_len",
                            device -> device.settings().txQueueLength(),
                            (device, length) -> device.settings().txQueueLength((int) inRange(length))),
                    DeviceAttribute.number("type", NetDevice::hardwareType),
                    DeviceAttribute.text("uevent", DeviceAttributes::event, (device, text) -> {})));

    static final AttributeGroup STATISTICS = new AttributeGroup(
            "statistics",
            Stream.of(
                            counter("collisions", DeviceStatistics::collisions),
                            counter("multicast", DeviceStatistics::multicast),
                            counter("rx_bytes", DeviceStatistics::rxBytes),
                            counter("rx_compressed", counted -> 0),
                            counter("rx_crc_errors", counted -> 0),
                            counter("rx_dropped", DeviceStatistics::rxDroppedCount),
                            counter("rx_errors", DeviceStatistics::rxErrors),
                            counter("rx_fifo_errors", counted -> 0),
                            counter("rx_frame_errors", counted -> 0),
                            counter("rx_length_errors", counted -> 0),
                            counter("rx_missed_errors", counted -> 0),
                            counter("rx_nohandler", counted -> 0),
                            counter("rx_over_errors", counted -> 0),
                            counter("rx_packets", DeviceStatistics::rxPackets),
                            counter("tx_aborted_errors", counted -> 0),
                            counter("tx_bytes", DeviceStatistics::txBytes),
                            counter("tx_carrier_errors", counted -> 0),
                            counter("tx_compressed", counted -> 0),
                            counter("tx_dropped", DeviceStatistics::txDroppedCount),
                            counter("tx_errors", DeviceStatistics::txErrors),
                            counter("tx_fifo_errors", counted -> 0),
                            counter("tx_heartbeat_errors", counted -> 0),
                            counter("tx_packets", DeviceStatistics::txPackets),
                            counter("tx_window_errors", counted -> 0))
                    .toList());

    private DeviceAttributes() {}

    private static DeviceAttribute counter(String name, ToLongFunction<DeviceStatistics> value) {
        return DeviceAttribute.number(name, device -> value.applyAsLong(device.statistics()));
    }

    // ---- what is shown

    private static long addressType(NetDevice device) {
        if (device.has(NetDevice.IFF_LOOPBACK)) {
            return 0;
        }
        return device.settings().isAddressAssignedByUser() ? ADDRESS_SET : ADDRESS_RANDOM;
    }

    private static long nameType(NetDevice device) {
        return device.has(NetDevice.IFF_LOOPBACK) ? NAME_PREDICTABLE : NAME_USER;
    }

    /// A state that only a device that is up has.
    private static long bit(boolean value, NetDevice device) {
        if (!device.isUp()) {
            throw new KernelError(Errno.EINVAL);
        }
        return value ? 1 : 0;
    }

    /// It begins with a carrier, so that losses and returns take turns.
    private static long carrierChanges(NetDevice device) {
        return device.statistics().carrierChanges();
    }

    /// What only a device says that is up and knows its link.
    private static <T> T ofLink(NetDevice device, T value) {
        if (!device.isUp() || device.speedMegabits() == 0) {
            throw new KernelError(Errno.EINVAL);
        }
        return value;
    }

    private static long linkIndex(NetDevice device) {
        NetDevice link = device.link();
        return link == null ? device.index() : link.index();
    }

    private static String alias(NetDevice device) {
        String alias = device.settings().alias();
        return alias == null ? "" : alias;
    }

    private static String event(NetDevice device) {
        LinkType type = Links.typeOf(device);
        String kind = type == null || !type.namesDevices() ? "" : "DEVTYPE=" + type.kind() + "\n";
        return kind + "INTERFACE=" + device.name() + "\nIFINDEX=" + device.index();
    }

    // ---- what is written

    private static long inRange(long value) {
        if (value >>> 32 != 0) {
            throw new KernelError(Errno.ERANGE);
        }
        return value;
    }

    private static void carrier(NetDevice device, long value) {
        LinkType type = Links.typeOf(device);
        if (!device.isUp()) {
            throw new KernelError(Errno.EINVAL);
        }
        if (type == null || !type.takesCarrier()) {
            throw new KernelError(Errno.EOPNOTSUPP);
        }
        Links.carrier(device, value != 0);
    }

    private static void mtu(NetDevice device, long bytes) {
        Links.mtu(device, bytes);
    }

    private static void alias(NetDevice device, String text) {
        String alias = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (alias.length() > LONGEST_ALIAS) {
            throw new KernelError(Errno.EINVAL);
        }
        device.settings().alias(alias.isEmpty() ? null : alias);
        Links.stateChanged(device);
    }

    /// What only hardware can do.
    private static void refuse(NetDevice device, long value) {
        if (value != 0) {
            throw new KernelError(Errno.EOPNOTSUPP);
        }
    }
}
