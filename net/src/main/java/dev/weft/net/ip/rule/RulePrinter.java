package dev.weft.net.ip.rule;

import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.RouteProtocol;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.iproute.IpOptions;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.iproute.IpProtocolNames;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.iproute.Realms;
import dev.weft.net.iproute.TextColor;
import org.jspecify.annotations.Nullable;

/// Prints a rule as `ip rule` and `ip monitor` do (iproute2: `print_rule`).
public final class RulePrinter {
    private final IpPrinter out;
    private final IpOptions options;

    public RulePrinter(IpPrinter out, IpOptions options) {
        this.out = out;
        this.options = options;
    }

    /// A rule in words that `ip rule add` takes.
    static String words(PolicyRule rule) {
        StringBuilder text = new StringBuilder();
        new RulePrinter(new IpPrinter(text::append, IpOptions.DEFAULT), IpOptions.DEFAULT).print(rule, false);
        String shown = text.toString()
                .replace(" lookup [l3mdev-table]", " l3mdev")
                .replaceAll(" \\[(detached|unresolved)]", "")
                .strip();
        int end = shown.indexOf(':');
        return "priority " + shown.substring(0, end) + " "
                + shown.substring(end + 1).strip();
    }

    public void print(PolicyRule rule, boolean deleted) {
        RuleSpec spec = rule.spec();
        out.openObject();
        if (deleted) {
            out.print("deleted", "Deleted ", true);
        }
        out.printUnsigned("priority", "%s:\t", Integer.toUnsignedLong(rule.priority()));
        if (spec.inverted) {
            out.printNull("not", "not ");
        }
        printPrefix("src", "srclen", "from ", spec.source, spec.sourceLength);
        if (spec.destinationLength != 0) {
            printPrefix("dst", "dstlen", " to ", spec.destination, spec.destinationLength);
        }
        if (spec.tos != 0) {
            out.print("tos", " tos %s", NameTable.DSFIELD.name(spec.tos, options));
        }
        printMark(rule);
        printDevice("iif", spec.inputDevice, rule.isInputDetached());
        printDevice("oif", spec.outputDevice, rule.isOutputDetached());
        if (spec.masterTable) {
            out.printNull("l3mdev", " lookup [l3mdev-table]");
        }
        if (spec.users != null) {
            out.printUnsigned("uid_start", " uidrange %s", Integer.toUnsignedLong(spec.users.first()));
            out.printUnsigned("uid_end", "-%s", Integer.toUnsignedLong(spec.users.last()));
        }
        if (spec.ipProtocol != 0) {
            out.print("ipproto", " ipproto %s", IpProtocolNames.name(spec.ipProtocol, options));
        }
        printPorts("sport", spec.sourcePorts);
        printPorts("dport", spec.destinationPorts);
        printTable(rule);
        printRealms(spec.realms);
        printAction(rule);
        int protocol = spec.protocol;
        if (protocol != RouteProtocol.UNSPEC && protocol != RouteProtocol.KERNEL || options.showsDetails()) {
            out.print("protocol", " proto %s", NameTable.PROTOCOLS.name(protocol, options));
        }
        out.text("\n");
        out.closeObject();
        out.flush();
    }

    private void printPrefix(String key, String lengthKey, String word, int address, int length) {
        out.text(word);
        if (length == 0) {
            out.print(key, "%s", "all");
            return;
        }
        out.print(TextColor.INET, key, "%s", Ip4Address.toString(address));
        if (length != 32) {
            out.print(lengthKey, "/%d", length);
        }
    }

    private void printMark(PolicyRule rule) {
        long mark = Integer.toUnsignedLong(rule.mark());
        if (mark == 0 && rule.mask() == 0) {
            return;
        }
        out.print0xHex("fwmark", " fwmark %s", mark);
        if (rule.mask() != -1) {
            out.print0xHex("fwmask", "/%s", Integer.toUnsignedLong(rule.mask()));
        }
    }

    private void printDevice(String key, String name, boolean detached) {
        if (name.isEmpty()) {
            return;
        }
        out.text(" " + key + " ");
        out.print(TextColor.IFNAME, key, "%s", name);
        if (detached) {
            out.printNull(key + "_detached", " [detached]");
        }
    }

    private void printPorts(String key, @Nullable Range ports) {
        if (ports == null) {
            return;
        }
        if (ports.isSingle()) {
            out.print(key, " " + key + " %d", ports.first());
        } else {
            out.print(key + "_start", " " + key + " %d", ports.first());
            out.print(key + "_end", "-%d", ports.last());
        }
    }

    private void printTable(PolicyRule rule) {
        RuleSpec spec = rule.spec();
        if (rule.table() == 0) {
            return;
        }
        out.print("table", " lookup %s", NameTable.TABLES.name(rule.table(), options));
        if (spec.suppressLength != RuleSpec.NO_SUPPRESSION) {
            out.print("suppress_prefixlen", " suppress_prefixlength %d", spec.suppressLength);
        }
        if (spec.suppressGroup != RuleSpec.NO_SUPPRESSION) {
            out.print("suppress_ifgroup", " suppress_ifgroup %s", NameTable.GROUPS.name(spec.suppressGroup, options));
        }
    }

    private void printRealms(int realms) {
        if (realms == 0) {
            return;
        }
        out.text(" realms ");
        if (realms >>> 16 != 0) {
            out.print("flow_from", "%s/", Realms.name(realms >>> 16, options));
        }
        out.print("flow_to", "%s", Realms.name(realms & 0xffff, options));
    }

    private void printAction(PolicyRule rule) {
        switch (rule.action()) {
            case UNSPEC, TABLE -> {}
            case GOTO -> {
                out.printUnsigned("goto", " goto %s", target(rule));
                if (rule.target() == null) {
                    out.printNull("unresolved", " [unresolved]");
                }
            }
            case NOP -> out.printNull("nop", " nop");
            case NAT -> out.printNull("masquerade", " masquerade");
            case ANYCAST, MULTICAST, BLACKHOLE, UNREACHABLE, PROHIBIT, THROW -> {
                RouteType type = RouteType.values()[rule.action().number()];
                out.print("action", " %s", options.numeric() ? Integer.toString(type.number()) : type.word());
            }
        }
    }

    private static long target(PolicyRule rule) {
        Integer target = rule.spec().target;
        return target == null ? 0 : Integer.toUnsignedLong(target);
    }
}
