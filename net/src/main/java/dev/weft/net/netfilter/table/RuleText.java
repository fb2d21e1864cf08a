package dev.weft.net.netfilter.table;

import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ip6Address;
import dev.weft.net.netfilter.hook.HookFamily;

/// Rules as they are typed, in the normal form of `iptables -S` (iptables: `print_rule4`, `print_rule6`).
public final class RuleText {
    private RuleText() {}

    /// All of a rule but its chain and its counters, with a space in front of each part.
    public static String of(Rule rule) {
        StringBuilder text = new StringBuilder(64);
        append(text, rule, false);
        return text.toString();
    }

    /// @param counters with `-c PACKETS BYTES` in front of the target
    public static void append(StringBuilder to, Rule rule, boolean counters) {
        appendBasics(to, rule.basics());
        for (Match match : rule.matches()) {
            to.append(" -m ").append(match.type().name());
            match.save(to);
        }
        if (counters) {
            to.append(" -c ").append(rule.packets()).append(' ').append(rule.bytes());
        }
        switch (rule.action()) {
            case Action.Plain(Verdict verdict) -> {
                if (verdict != Verdict.CONTINUE) {
                    to.append(" -j ").append(verdict);
                }
            }
            case Action.Jump(String chain, boolean isGoto) ->
                to.append(isGoto ? " -g " : " -j ").append(chain);
            case Action.Run(Target target) -> {
                to.append(" -j ").append(target.type().name());
                target.save(to);
            }
        }
    }

    private static void appendBasics(StringBuilder to, Basics basics) {
        appendAddress(to, " -s ", basics.source(), basics.family());
        appendAddress(to, " -d ", basics.destination(), basics.family());
        appendDevice(to, " -i ", basics.in());
        appendDevice(to, " -o ", basics.out());
        if (basics.protocol() > 0) {
            to.append(basics.isProtocolInverted() ? " !" : "")
                    .append(" -p ")
                    .append(ProtocolNames.nameOrNumber(basics.protocol()));
        }
        if (basics.fragments()) {
            to.append(basics.isNotFragments() ? " ! -f" : " -f");
        }
    }

    private static void appendAddress(StringBuilder to, String option, AddressMask mask, HookFamily family) {
        if (!mask.isAny()) {
            to.append(mask.isInverted() ? " !" : "")
                    .append(option)
                    .append(address(mask, family))
                    .append('/')
                    .append(mask(mask, family));
        }
    }

    private static void appendDevice(StringBuilder to, String option, DeviceMask mask) {
        boolean all = mask.name().equals("+") && !mask.isInverted();
        if (!mask.isAny() && !all) {
            to.append(mask.isInverted() ? " !" : "").append(option).append(mask.name());
        }
    }

    /// The address without its mask.
    public static String address(AddressMask mask, HookFamily family) {
        return family == HookFamily.IPV4
                ? Ip4Address.toString(mask.address4())
                : new Ip6Address(mask.high(), mask.low()).toString();
    }

    /// The mask: as a length where it is one.
    public static String mask(AddressMask mask, HookFamily family) {
        int length = prefixLength(mask, family);
        if (length >= 0) {
            return Integer.toString(length);
        }
        return family == HookFamily.IPV4
                ? Ip4Address.toString(mask.mask4())
                : new Ip6Address(mask.maskHigh(), mask.maskLow()).toString();
    }

    /// How many bits the mask has; -1 when it is no prefix.
    public static int prefixLength(AddressMask mask, HookFamily family) {
        if (family == HookFamily.IPV4) {
            int length = Integer.numberOfLeadingZeros(~mask.mask4());
            return mask.mask4() == Ip4Address.mask(length) ? length : -1;
        }
        int high = Long.numberOfLeadingZeros(~mask.maskHigh());
        int low = Long.numberOfLeadingZeros(~mask.maskLow());
        boolean prefix = isPrefix(mask.maskHigh(), high) && isPrefix(mask.maskLow(), low) && (high == 64 || low == 0);
        return prefix ? high + low : -1;
    }

    private static boolean isPrefix(long mask, int length) {
        return mask == (length == 0 ? 0 : -1L << 64 - length);
    }
}
