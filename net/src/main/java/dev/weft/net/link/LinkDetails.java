package dev.weft.net.link;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.IpOptions;
import dev.weft.net.iproute.IpPrinter;
import java.util.List;

/// What `-d` adds to a device.
final class LinkDetails {
    private static final List<String> ADDRESS_MODES = List.of("eui64", "none", "stable_secret", "random");
    private static final int MOST_TSO_SEGMENTS = 65535;

    private final IpPrinter out;
    private final LinkPrinter.Form form;

    LinkDetails(IpPrinter out, IpOptions options, LinkPrinter.Form form) {
        this.out = out;
        this.form = form;
    }

    void print(NetDevice device) {
        NetDevice.Settings settings = device.settings();
        out.print("promiscuity", " promiscuity %d ", settings.promiscuity());
        out.print("allmulti", " allmulti %d ", settings.allMulticast());
        out.print("min_mtu", "minmtu %d ", device.minMtu());
        out.print("max_mtu", "maxmtu %d ", device.maxMtu());
        printKinds(device);
        if (form == LinkPrinter.Form.LINK) {
            out.print("inet6_addr_gen_mode", "addrgenmode %s ", ADDRESS_MODES.get(settings.addressGenerationMode()));
        }
        out.print("num_tx_queues", "numtxqueues %d ", settings.transmitQueues());
        out.print("num_rx_queues", "numrxqueues %d ", settings.receiveQueues());
        out.print("gso_max_size", "gso_max_size %d ", settings.gsoMaxSize());
        out.print("gso_max_segs", "gso_max_segs %d ", settings.gsoMaxSegments());
        out.print("tso_max_size", "tso_max_size %d ", device.tsoMaxSize());
        out.print("tso_max_segs", "tso_max_segs %d ", MOST_TSO_SEGMENTS);
        out.print("gro_max_size", "gro_max_size %d ", settings.groMaxSize());
    }

    private void printKinds(NetDevice device) {
        LinkType type = Links.typeOf(device);
        NetDevice master = device.master();
        LinkType masterType = master == null ? null : Links.typeOf(master);
        if (type == null && masterType == null) {
            return;
        }
        out.openObject("linkinfo");
        if (type != null) {
            out.newLine();
            out.print("info_kind", "    %s ", type.kind());
            type.describe(device, out);
        }
        if (masterType != null) {
            out.newLine();
            out.print("info_slave_kind", "    %s_slave ", masterType.kind());
            masterType.describePort(device, out);
        }
        out.closeObject();
    }
}
