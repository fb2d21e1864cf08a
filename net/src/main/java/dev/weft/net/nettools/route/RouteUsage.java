package dev.weft.net.nettools.route;

import dev.weft.net.nettools.ToolUsage;
import java.util.List;

/// The help of `route`.
final class RouteUsage {
    static final String VERSION = """
        net-tools 2.10
        +NEW_ADDRT +RTF_IRTT +RTF_REJECT +I18N +SELINUX
        AF: (inet) +UNIX +INET +INET6 +IPX +AX25 +NETROM +X25 +ATALK +ECONET +ROSE -BLUETOOTH
        """;

    static final ToolUsage HELP = new ToolUsage(List.of("""
        Usage: route [-nNvee] [-FC] [<AF>]           List kernel routing tables
               route [-v] [-FC] {add|del|flush} ...  Modify routing table for AF.

               route {-h|--help} [<AF>]              Detailed usage syntax for specified AF.
               route {-V|--version}                  Display version/author and exit.

                -v, --verbose            be verbose
                -n, --numeric            don't resolve names
                -e, --extend             display other/more information
                -F, --fib                display Forwarding Information Base (default)
                -C, --cache              display routing cache instead of FIB

          <AF>=Use -4, -6, '-A <af>' or '--<af>'; default: inet
          List of possible address families (which support routing):
        """), List.of("""
                    inet (DARPA Internet) inet6 (IPv6) ax25 (AMPR AX.25)\s
                    netrom (AMPR NET/ROM) rose (AMPR ROSE) ipx (Novell IPX)\s
                    ddp (Appletalk DDP) x25 (CCITT X.25)\s
                """));

    /// What `route add` and `route del` tell of themselves.
    static final ToolUsage INET = new ToolUsage(List.of("""
        Usage: inet_route [-vF] del {-host|-net} Target[/prefix] [gw Gw] [metric M] [[dev] If]
               inet_route [-vF] add {-host|-net} Target[/prefix] [gw Gw] [metric M]
                                      [netmask N] [mss Mss] [window W] [irtt I]
                                      [mod] [dyn] [reinstate] [[dev] If]
               inet_route [-vF] add {-host|-net} Target[/prefix] [metric M] reject
               inet_route [-FC] flush      NOT supported
        """), List.of());

    private RouteUsage() {}
}
