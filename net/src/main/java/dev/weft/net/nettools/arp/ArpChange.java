package dev.weft.net.nettools.arp;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.nettools.HardwareAddress;
import dev.weft.net.nettools.Hosts;
import java.util.Iterator;
import java.util.List;

/// `arp -s` and `arp -d`: reads the words behind the option and asks the kernel.
///
/// @param device       where the entry belongs, or empty (`-i`)
/// @param fromDevice   the hardware address is that of a device (`-D`)
/// @param hardwareType of the address
record ArpChange(Session session, ArpIoctls table, String device, boolean fromDevice, int hardwareType) {
    private static final int STATUS = 255;

    /// `HOST HWADDR [temp] [pub] …`
    void set(List<String> words) {
        Iterator<String> rest = words.iterator();
        Ip4Address host = host(rest);
        if (!rest.hasNext()) {
            throw failed("arp: need hardware address\n");
        }
        MacAddress mac = mac(rest.next());
        ArpEntry request = options(
                rest,
                new ArpEntry(
                        host, hardwareType, ArpEntry.PERMANENT | ArpEntry.COMPLETE, mac, Ip4Address.BROADCAST, device));
        try {
            table.set(request);
        } catch (KernelError error) {
            throw failed("SIOCSARP: " + error.errno().text() + "\n");
        }
    }

    /// `HOST [pub|dontpub] …`: without a word, the entry is deleted wherever it stands.
    void delete(List<String> words) {
        Iterator<String> rest = words.iterator();
        Ip4Address host = host(rest);
        boolean onlyPublished = words.contains("pub");
        ArpEntry request = options(
                rest,
                new ArpEntry(host, hardwareType, ArpEntry.PERMANENT, MacAddress.ZERO, Ip4Address.BROADCAST, device));
        if (!onlyPublished && deleted(request.without(ArpEntry.PUBLISHED), "SIOCDARP(dontpub)")) {
            return;
        }
        boolean found = !words.contains("dontpub") && deleted(request.with(ArpEntry.PUBLISHED), "SIOCDARP(pub)");
        if (!found) {
            session.out("No ARP entry for " + words.getFirst() + "\n");
            throw failed("");
        }
    }

    private boolean deleted(ArpEntry request, String call) {
        try {
            table.delete(request);
            return true;
        } catch (KernelError error) {
            if (error.errno() == Errno.ENXIO) {
                return false;
            }
            throw failed(call + ": " + error.errno().text() + "\n");
        }
    }

    private static Ip4Address host(Iterator<String> words) {
        if (!words.hasNext()) {
            throw failed("arp: need host name\n");
        }
        String word = words.next();
        return Hosts.find(word).orElseThrow(() -> failed(Hosts.unknown(word)));
    }

    private MacAddress mac(String word) {
        if (!fromDevice) {
            return HardwareAddress.parse(word).orElseThrow(() -> failed("arp: invalid hardware address\n"));
        }
        try {
            return table.hardwareAddress(word);
        } catch (KernelError error) {
            throw failed("arp: cant get HW-Address for `" + word + "': "
                    + error.errno().text() + ".\n");
        }
    }

    private static ArpEntry options(Iterator<String> words, ArpEntry first) {
        ArpEntry request = first;
        while (words.hasNext()) {
            request = switch (words.next()) {
                case "temp" -> request.without(ArpEntry.PERMANENT);
                case "pub" -> request.with(ArpEntry.PUBLISHED);
                case "priv" -> request.without(ArpEntry.PUBLISHED);
                case "trail" -> request.with(ArpEntry.TRAILERS);
                case "dontpub" -> request.with(ArpEntry.NOT_PUBLISHED);
                case "auto" -> request.with(ArpEntry.AUTOMATIC);
                case "dev" -> request.on(value(words));
                case "netmask" -> masked(request, value(words));
                default -> throw ArpUsage.HELP.wrong();
            };
        }
        return request;
    }

    private static String value(Iterator<String> words) {
        if (!words.hasNext()) {
            throw ArpUsage.HELP.wrong();
        }
        return words.next();
    }

    private static ArpEntry masked(ArpEntry entry, String word) {
        Ip4Address mask = Hosts.find(word).orElseThrow(() -> failed(Hosts.unknown(word)));
        return mask.equals(Ip4Address.BROADCAST) ? entry : entry.masked(mask);
    }

    private static CommandFailure failed(String text) {
        return CommandFailure.exit(STATUS, text);
    }
}
