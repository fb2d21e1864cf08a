package dev.weft.net.nettools.arp;

import dev.weft.net.nettools.ToolUsage;
import java.util.List;

/// The help of `arp`.
final class ArpUsage {
    static final String VERSION = """
        net-tools 2.10
        +I18N +SELINUX
        AF: (inet) +UNIX +INET +INET6 +IPX +AX25 +NETROM +X25 +ATALK +ECONET +ROSE -BLUETOOTH
        HW: (ether) +ETHER +ARC +SLIP +PPP +TUNNEL -TR +AX25 +NETROM +X25 +FR +ROSE +ASH +SIT +FDDI +HIPPI \
        +HDLC/LAPB +EUI64\s
        """;

    static final ToolUsage HELP = new ToolUsage(List.of("""
        Usage:
          arp [-vn]  [<HW>] [-i <if>] [-a] [<hostname>]             <-Display ARP cache
          arp [-v]          [-i <if>] -d  <host> [pub]               <-Delete ARP entry
          arp [-vnD] [<HW>] [-i <if>] -f  [<filename>]            <-Add entry from file
          arp [-v]   [<HW>] [-i <if>] -s  <host> <hwaddr> [temp]            <-Add entry
          arp [-v]   [<HW>] [-i <if>] -Ds <host> <if> [netmask <nm>] pub          <-''-

                -a                       display (all) hosts in alternative (BSD) style
                -e                       display (all) hosts in default (Linux) style
                -s, --set                set a new ARP entry
                -d, --delete             delete a specified entry
                -v, --verbose            be verbose
                -n, --numeric            don't resolve names
                -i, --device             specify network interface (e.g. eth0)
                -D, --use-device         read <hwaddr> from given device
                -A, -p, --protocol       specify protocol family
                -f, --file               read new entries from file or from /etc/ethers

          <HW>=Use '-H <hw>' to specify hardware address type. Default: ether
          List of possible hardware types (which support ARP):
        """), List.of("""
                    ash (Ash) ether (Ethernet) ax25 (AMPR AX.25)\s
                    netrom (AMPR NET/ROM) rose (AMPR ROSE) arcnet (ARCnet)\s
                    dlci (Frame Relay DLCI) fddi (Fiber Distributed Data Interface) hippi (HIPPI)\s
                    irda (IrLAP) x25 (generic X.25) eui64 (Generic EUI-64)\s
                """));

    private ArpUsage() {}
}
