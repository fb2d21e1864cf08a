package dev.weft.net.link.bridge;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.namespace.Rebuild;
import dev.weft.net.namespace.Saver;
import java.util.List;

/// Saves the entries of forwarding databases that people made and that do not age.
public final class SavedFdb implements Saver {
    @Override
    public String title() {
        return "Forwarding databases";
    }

    @Override
    public void save(Rebuild script) {
        for (NetNamespace namespace : script.namespaces()) {
            for (NetDevice device : namespace.devices()) {
                NetDevice copy = script.copyOf(device);
                if (copy != null) {
                    script.match(
                            namespace,
                            entries(device),
                            entries(copy),
                            words -> "bridge fdb del " + address(words) + " dev " + device.name() + place(words),
                            words -> "bridge fdb replace " + words);
                }
            }
        }
    }

    private static List<String> entries(NetDevice device) {
        return FdbEntry.of(device).stream()
                .filter(SavedFdb::lasts)
                .map(entry -> words(entry))
                .sorted()
                .toList();
    }

    private static boolean lasts(FdbEntry entry) {
        int lasting = FdbFlag.STATIC | FdbFlag.STICKY | FdbFlag.EXTERN_LEARN;
        boolean byPerson = (entry.flags() & FdbFlag.ADDED_BY_USER) != 0;
        return entry.isSelf() || byPerson && (entry.flags() & lasting) != 0;
    }

    private static String words(FdbEntry entry) {
        String place = entry.isSelf() || entry.device() == entry.master() ? " self" : " master";
        return MacAddress.toString(entry.address()) + " dev " + entry.device().name() + place + kind(entry);
    }

    private static String kind(FdbEntry entry) {
        boolean learned = (entry.flags() & FdbFlag.EXTERN_LEARN) != 0;
        String kind = learned ? "extern_learn" : entry.state().word();
        String sticky = (entry.flags() & FdbFlag.STICKY) != 0 ? " sticky" : "";
        return (kind.isEmpty() ? " dynamic" : " " + kind) + sticky;
    }

    private static String address(String words) {
        return words.substring(0, words.indexOf(' '));
    }

    private static String place(String words) {
        return words.contains(" master ") ? " master" : " self";
    }
}
