package dev.weft.net.proc;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.nettools.arp.ArpEntry;
import dev.weft.net.nettools.arp.KernelArp;

/// `/proc/net/arp` (kernel: `arp_seq_show`).
final class ArpText {
    private ArpText() {}

    static String of(NetNamespace namespace) {
        StringBuilder text =
                new StringBuilder("IP address       HW type     Flags       HW address            Mask     Device\n");
        for (ArpEntry entry : new KernelArp(namespace).entries()) {
            text.append("%-16s 0x%-10x0x%-10x%-17s     *        %s\n"
                    .formatted(entry.address(), entry.hardwareType(), entry.flags(), entry.mac(), entry.device()));
        }
        return text.toString();
    }
}
