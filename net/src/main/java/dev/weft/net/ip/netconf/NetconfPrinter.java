package dev.weft.net.ip.netconf;

import dev.weft.net.ip.v4.Ip4Setting;
import dev.weft.net.iproute.IpPrinter;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Prints settings as `ip netconf` and `ip monitor netconf` do (iproute2: `print_netconf`).
final class NetconfPrinter {
    private static final List<String> RP_FILTER = List.of("off", "strict", "loose");

    private final IpPrinter out;

    NetconfPrinter(IpPrinter out) {
        this.out = out;
    }

    /// @param who `all`, `default` or a device's name
    /// @param only the setting to be told; null for all that are told at all
    void print(String who, ToIntFunction<Ip4Setting> values, @Nullable Ip4Setting only) {
        out.openObject();
        start(who);
        onOff("forwarding", Ip4Setting.FORWARDING, values, only);
        if (only == null || only == Ip4Setting.RP_FILTER) {
            int mode = values.applyAsInt(Ip4Setting.RP_FILTER);
            out.print(
                    "rp_filter",
                    "rp_filter %s ",
                    mode >= 0 && mode < RP_FILTER.size() ? RP_FILTER.get(mode) : "unknown");
        }
        onOff("mc_forwarding", Ip4Setting.MC_FORWARDING, values, only);
        onOff("proxy_neigh", Ip4Setting.PROXY_ARP, values, only);
        onOff("ignore_routes_with_linkdown", Ip4Setting.IGNORE_ROUTES_WITH_LINKDOWN, values, only);
        end();
    }

    /// The device has gone.
    void printDeleted(String who) {
        out.openObject();
        out.print("deleted", "Deleted ", true);
        start(who);
        end();
    }

    private void start(String who) {
        out.print("family", "%s ", "inet");
        out.print("interface", "%s ", who);
    }

    private void onOff(String word, Ip4Setting setting, ToIntFunction<Ip4Setting> values, @Nullable Ip4Setting only) {
        if (only == null || only == setting) {
            out.onOff(word, word + " %s ", values.applyAsInt(setting) != 0);
        }
    }

    private void end() {
        out.text("\n");
        out.closeObject();
    }
}
