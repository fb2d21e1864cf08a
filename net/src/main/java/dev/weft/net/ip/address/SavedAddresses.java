package dev.weft.net.ip.address;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.v4.address.DeviceAddresses;
import dev.weft.net.ip.v4.address.InterfaceAddress;
import dev.weft.net.iproute.IpOptions;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.namespace.Network;
import dev.weft.net.namespace.Rebuild;
import dev.weft.net.namespace.Saver;
import java.util.List;

/// Saves the addresses of devices in their order, which decides who is primary.
public final class SavedAddresses implements Saver {
    @Override
    public String title() {
        return "Addresses";
    }

    @Override
    public void save(Rebuild script) {
        long now = script.original().clock().nanos();
        for (NetNamespace namespace : script.namespaces()) {
            for (NetDevice device : namespace.devices()) {
                NetDevice copy = script.copyOf(device);
                if (copy != null) {
                    long copysNow = Network.of(copy.namespace()).clock().nanos();
                    script.match(
                            namespace,
                            addresses(device, now),
                            addresses(copy, copysNow),
                            words -> "ip addr del " + words,
                            words -> "ip addr add " + words);
                }
            }
        }
    }

    private static List<String> addresses(NetDevice device, long now) {
        return DeviceAddresses.of(device).list().stream()
                .map(address -> words(address, now))
                .toList();
    }

    private static String words(InterfaceAddress address, long now) {
        StringBuilder words = new StringBuilder(Ip4Address.toString(address.local()));
        if (address.address() != address.local()) {
            words.append(" peer ").append(Ip4Address.toString(address.address()));
        }
        words.append('/').append(address.prefixLength());
        if (address.broadcast() != 0) {
            words.append(" brd ").append(Ip4Address.toString(address.broadcast()));
        }
        if (address.scope() != RouteScope.UNIVERSE) {
            words.append(" scope ").append(NameTable.SCOPES.name(address.scope(), IpOptions.DEFAULT));
        }
        if (address.priority() != 0) {
            words.append(" metric ").append(Integer.toUnsignedString(address.priority()));
        }
        for (AddressFlag flag : List.of(AddressFlag.NOPREFIXROUTE, AddressFlag.AUTOJOIN)) {
            if (address.has(flag.mask())) {
                words.append(' ').append(flag.word());
            }
        }
        words.append(" dev ").append(address.device().name());
        if (!address.label().equals(address.device().name())) {
            words.append(" label ").append(address.label());
        }
        lifetime(words, "valid_lft", address.validSecondsLeft(now));
        lifetime(words, "preferred_lft", address.preferredSecondsLeft(now));
        return words.toString();
    }

    private static void lifetime(StringBuilder words, String word, int seconds) {
        if (seconds != InterfaceAddress.FOREVER) {
            words.append(' ').append(word).append(' ').append(Integer.toUnsignedString(seconds));
        }
    }
}
