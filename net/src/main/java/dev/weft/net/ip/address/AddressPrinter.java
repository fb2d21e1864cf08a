package dev.weft.net.ip.address;

import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.v4.address.InterfaceAddress;
import dev.weft.net.iproute.IpOptions;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.iproute.TextColor;

/// Prints an address as `ip address` and `ip monitor` do (iproute2: `print_addrinfo`).
public final class AddressPrinter {
    private static final long FOREVER = 0xffff_ffffL;

    private final IpPrinter out;
    private final IpOptions options;
    private final boolean named;

    /// @param named each address stands alone, and names its device
    public AddressPrinter(IpPrinter out, IpOptions options, boolean named) {
        this.out = out;
        this.options = options;
        this.named = named;
    }

    /// An address as an object of its own.
    public void print(InterfaceAddress address, boolean deleted, long nowNanos) {
        out.openObject();
        if (deleted) {
            out.print("deleted", "Deleted ", true);
        }
        if (options.brief()) {
            printLocal(address);
        } else {
            printAll(address, nowNanos);
        }
        out.closeObject();
    }

    private void printAll(InterfaceAddress address, long nowNanos) {
        if (named) {
            out.print("index", "%d: ", address.device().index());
            out.print("dev", "%s", address.device().name());
        }
        out.print("family", "    %s ", "inet");
        printLocal(address);
        if (address.broadcast() != 0) {
            out.text("brd ");
            out.print(TextColor.INET, "broadcast", "%s ", Ip4Address.toString(address.broadcast()));
        }
        out.print("scope", "scope %s ", NameTable.SCOPES.name(address.scope(), options));
        printFlags(address);
        out.print("label", "%s", address.label());
        out.newLine();
        out.text("       valid_lft ");
        printLifetime("valid_life_time", address.validSecondsLeft(nowNanos));
        out.text(" preferred_lft ");
        printLifetime("preferred_life_time", address.preferredSecondsLeft(nowNanos));
        out.text("\n");
    }

    private void printLocal(InterfaceAddress address) {
        out.print(TextColor.INET, "local", "%s", Ip4Address.toString(address.local()));
        if (address.address() != address.local()) {
            out.text(" peer ");
            out.print(TextColor.INET, "address", "%s", Ip4Address.toString(address.address()));
        }
        out.print("prefixlen", "/%d ", address.prefixLength());
        if (address.priority() != 0) {
            out.printUnsigned("metric", "metric %s ", Integer.toUnsignedLong(address.priority()));
        }
    }

    private void printFlags(InterfaceAddress address) {
        int left = address.flags();
        for (AddressFlag flag : AddressFlag.values()) {
            boolean has = (left & flag.mask()) != 0;
            if (flag == AddressFlag.PERMANENT) {
                if (!has) {
                    out.print("dynamic", "dynamic ", true);
                }
            } else if (has) {
                out.print(flag.word(), flag.word() + " ", true);
            }
            left &= ~flag.mask();
        }
    }

    private void printLifetime(String key, int seconds) {
        if (seconds == InterfaceAddress.FOREVER) {
            out.json(key, FOREVER);
            out.text("forever");
        } else {
            out.print(key, "%dsec", Integer.toUnsignedLong(seconds));
        }
    }
}
