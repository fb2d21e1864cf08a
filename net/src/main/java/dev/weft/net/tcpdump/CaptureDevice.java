package dev.weft.net.tcpdump;

import dev.weft.core.capture.DataLink;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can be captured on in a namespace: its devices and `any`, in libpcap's order.
///
/// @param device nothing for `any`
record CaptureDevice(@Nullable NetDevice device) {
    static final String ANY = "any";
    private static final CaptureDevice EVERYTHING = new CaptureDevice(null);

    /// All of them: devices that are up first, `any` behind them, loopback, then those that are not.
    static List<CaptureDevice> all(NetNamespace namespace) {
        List<CaptureDevice> devices = new ArrayList<>();
        namespace.devices().forEach(device -> devices.add(new CaptureDevice(device)));
        devices.add(EVERYTHING);
        devices.sort(Comparator.comparingInt(CaptureDevice::rank));
        return devices;
    }

    /// The one that a word names, by name or by its place in the list.
    static Optional<CaptureDevice> find(NetNamespace namespace, String word) {
        if (word.equals(ANY)) {
            return Optional.of(EVERYTHING);
        }
        NetDevice named = namespace.device(word);
        return Optional.ofNullable(named).map(CaptureDevice::new);
    }

    String name() {
        NetDevice one = device;
        return one == null ? ANY : one.name();
    }

    boolean isAny() {
        return device == null;
    }

    /// The link types that it can give, the usual one first.
    List<DataLink> links() {
        NetDevice one = device;
        if (one == null) {
            return List.of(DataLink.LINUX_SLL2, DataLink.LINUX_SLL);
        }
        return List.of(one.headerLength() > 0 ? DataLink.EN10MB : DataLink.RAW);
    }

    /// libpcap's figure of merit: the lower the better.
    private int rank() {
        NetDevice one = device;
        if (one == null) {
            return 1;
        }
        int rank = one.isRunning() ? 0 : 16;
        rank += one.isUp() ? 0 : 8;
        rank += isDisconnected(one) ? 4 : 0;
        return rank + (one.has(NetDevice.IFF_LOOPBACK) ? 2 : 0);
    }

    private static boolean isDisconnected(NetDevice device) {
        return !device.has(NetDevice.IFF_LOOPBACK) && !device.hasCarrier();
    }

    /// The line of `tcpdump -D`, without its number.
    String line() {
        NetDevice one = device;
        if (one == null) {
            return "any (Pseudo-device that captures on all interfaces) [Up, Running]";
        }
        List<String> flags = new ArrayList<>();
        if (one.isUp()) {
            flags.add("Up");
        }
        if (one.isRunning()) {
            flags.add("Running");
        }
        if (one.has(NetDevice.IFF_LOOPBACK)) {
            flags.add("Loopback");
        }
        String text = flags.isEmpty() ? "none" : String.join(", ", flags);
        if (!one.has(NetDevice.IFF_LOOPBACK)) {
            text += isDisconnected(one) ? ", Disconnected" : ", Connected";
        }
        return one.name() + " [" + text + "]";
    }
}
