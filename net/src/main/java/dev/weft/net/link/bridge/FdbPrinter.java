package dev.weft.net.link.bridge;

import dev.weft.core.wire.MacAddress;
import dev.weft.net.iproute.IpOptions;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.iproute.TextColor;

/// Prints entries as `bridge fdb` and `bridge monitor fdb` do (iproute2: `print_fdb`).
public final class FdbPrinter {
    private final IpPrinter out;
    private final IpOptions options;
    private final boolean names;

    /// @param names is it worth saying at which device an entry is?
    public FdbPrinter(IpPrinter out, IpOptions options, boolean names) {
        this.out = out;
        this.options = options;
        this.names = names;
    }

    /// What a monitor has heard.
    public void print(FdbMessage message) {
        if (message.deleted()) {
            out.text("Deleted ");
        }
        print(new FdbEntry(
                message.address(),
                message.port() == null ? message.bridge() : message.port().device,
                message.bridge(),
                message.flags(),
                0,
                0));
    }

    void print(FdbEntry entry) {
        out.openObject();
        out.print(TextColor.MAC, "mac", "%s ", MacAddress.toString(entry.address()));
        if (names) {
            out.text("dev ");
            out.print(TextColor.IFNAME, "ifname", "%s ", entry.device().name());
        }
        if (options.showsStatistics() && !entry.isSelf()) {
            out.text("used " + entry.usedSeconds() + "/" + entry.updatedSeconds() + " ");
            out.json("used", entry.usedSeconds());
            out.json("updated", entry.updatedSeconds());
        }
        printFlags(entry);
        Bridge master = entry.master();
        if (master != null) {
            out.print("master", "master %s ", master.name());
        }
        out.print("state", "%s", entry.state().word());
        out.text("\n");
        out.closeObject();
    }

    private void printFlags(FdbEntry entry) {
        out.openArray("flags");
        if (entry.isSelf()) {
            out.print(null, "%s ", "self");
        }
        if ((entry.flags() & FdbFlag.EXTERN_LEARN) != 0) {
            out.print(null, "%s ", "extern_learn");
        }
        if ((entry.flags() & FdbFlag.STICKY) != 0) {
            out.print(null, "%s ", "sticky");
        }
        out.closeArray();
    }
}
