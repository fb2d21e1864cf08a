package dev.weft.net.netfilter.table;

import dev.weft.net.netfilter.classify.Demand;
import dev.weft.net.netfilter.classify.DevicePattern;
import dev.weft.net.netfilter.classify.Field;
import dev.weft.net.netfilter.classify.Ranges;
import dev.weft.net.netfilter.hook.HookFamily;
import java.util.List;

/// What a rule demands of the fields that rules are classified by: a packet that does not satisfy it does not match.
/// What cannot be said in fields is left out, and found when the rule itself is asked.
final class RuleDemand {
    private static final long ADDRESS4 = 0xffff_ffffL;

    private RuleDemand() {}

    static Demand of(Rule rule) {
        Basics basics = rule.basics();
        Demand demand = Demand.NONE;
        if (basics.family() == HookFamily.IPV4) {
            demand = address4(demand, Field.SOURCE, basics.source());
            demand = address4(demand, Field.DESTINATION, basics.destination());
        } else {
            demand = address6(demand, Field.SOURCE, Field.SOURCE_LOW, basics.source());
            demand = address6(demand, Field.DESTINATION, Field.DESTINATION_LOW, basics.destination());
        }
        if (basics.protocol() != 0) {
            demand = demand.with(Field.PROTOCOL, protocol(basics));
        }
        if (!basics.in().isAny()) {
            demand = demand.withInput(pattern(basics.in()));
        }
        if (!basics.out().isAny()) {
            demand = demand.withOutput(pattern(basics.out()));
        }
        return matches(demand, rule.matches());
    }

    /// Behind a match with a memory nothing may be foreseen: it is asked whatever those behind it would say.
    private static Demand matches(Demand basics, List<Match> matches) {
        Demand demand = basics;
        for (Match match : matches) {
            demand = match.demand(demand);
            if (match.hasMemory()) {
                break;
            }
        }
        return demand;
    }

    private static Ranges protocol(Basics basics) {
        Ranges only = Ranges.only(basics.protocol());
        return basics.isProtocolInverted() ? only.complement(Field.PROTOCOL.last()) : only;
    }

    private static Demand address4(Demand demand, Field field, AddressMask address) {
        long hosts = ~address.maskLow() & ADDRESS4;
        if (address.isAny() || (hosts & hosts + 1) != 0) { // not a prefix
            return demand;
        }
        Ranges range = Ranges.of(address.low(), address.low() | hosts);
        return demand.with(field, address.isInverted() ? range.complement(field.last()) : range);
    }

    /// A prefix up to 64 bits long is a range of the upper half; a longer one is one upper half and a range of the
    /// lower.
    private static Demand address6(Demand demand, Field high, Field low, AddressMask address) {
        long hostsHigh = ~address.maskHigh();
        long hostsLow = ~address.maskLow();
        boolean isLong = address.maskLow() != 0;
        boolean isPrefix = (isLong ? hostsHigh : hostsHigh & hostsHigh + 1) == 0 && (hostsLow & hostsLow + 1) == 0;
        if (address.isAny() || !isPrefix || isLong && address.isInverted()) {
            return demand;
        }
        Ranges upper = Ranges.of(address.high(), address.high() | hostsHigh);
        Demand known = demand.with(high, address.isInverted() ? upper.complement(high.last()) : upper);
        return isLong ? known.with(low, Ranges.of(address.low(), address.low() | hostsLow)) : known;
    }

    private static DevicePattern pattern(DeviceMask device) {
        String name =
                device.isPrefix() ? device.name().substring(0, device.name().length() - 1) : device.name();
        return new DevicePattern(name, device.isPrefix(), device.isInverted());
    }
}
