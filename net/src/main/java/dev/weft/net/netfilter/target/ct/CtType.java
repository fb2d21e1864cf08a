package dev.weft.net.netfilter.target.ct;

import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.TableKind;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.XtablesError;
import dev.weft.net.netfilter.target.ct.CtOptions.ZoneSpan;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// The target CT and its options (iptables: libxt_CT.c).
final class CtType extends TargetType {
    private static final List<String> EVENTS = List.of(
            "new", "related", "destroy", "reply", "assured", "protoinfo", "helper", "mark", "natseqinfo", "secmark");

    CtType() {
        super(
                "CT",
                List.of(
                        Option.flag("notrack"),
                        Option.with("helper"),
                        Option.with("ctevents"),
                        Option.with("expevents"),
                        Option.with("zone-orig"),
                        Option.with("zone-reply"),
                        Option.with("zone")));
    }

    @Override
    public String help() {
        return """
            CT target options:
             --notrack\t\t\tDon't track connection
             --helper name\t\t\tUse conntrack helper 'name' for connection
             --timeout name \t\tUse timeout policy 'name' for connection
             --ctevents event[,event...]\tGenerate specified conntrack events for connection
             --expevents event[,event...]\tGenerate specified expectation events for connection
             --zone {ID|mark}\t\tAssign/Lookup connection in zone ID/packet nfmark
             --zone-orig {ID|mark}\t\tSame as 'zone' option, but only applies to ORIGINAL direction
             --zone-reply {ID|mark} \tSame as 'zone' option, but only applies to REPLY direction
            """;
    }

    @Override
    public Set<TableKind> tables() {
        return EnumSet.of(TableKind.RAW);
    }

    @Override
    public Builder<Target> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Target> {
        private boolean notrack;
        private String helper = "";
        private String events = "";
        private String expectationEvents = "";
        private int zone;
        private boolean zoneFromMark;
        private ZoneSpan span = ZoneSpan.NONE;

        @Override
        public void option(Option option, OptionInput input) {
            String text = input.argument();
            switch (option.id()) {
                case "notrack" -> notrack = true;
                case "helper" -> helper = text;
                case "ctevents" -> events = known(text);
                case "expevents" -> expectationEvents = known(text);
                case "zone" -> zone(text, ZoneSpan.BOTH);
                case "zone-orig" -> zone(text, ZoneSpan.ORIGINAL);
                default -> zone(text, ZoneSpan.REPLY);
            }
        }

        private void zone(String text, ZoneSpan where) {
            span = where;
            if (text.equals("mark")) {
                zoneFromMark = true;
                return;
            }
            OptionalLong number = OptionValues.number(text);
            if (number.isEmpty() || number.getAsLong() > 0xffff) {
                throw XtablesError.parameter("Cannot parse " + text + " as a zone ID\n");
            }
            zone = (int) number.getAsLong();
        }

        private static String known(String text) {
            for (String word : text.split(",", -1)) {
                if (!EVENTS.contains(word)) {
                    throw XtablesError.parameter("Unknown event type \"" + word + "\"\n");
                }
            }
            return text;
        }

        @Override
        public Target build() {
            return new CtTarget(new CtOptions(
                    notrack,
                    helper,
                    events,
                    expectationEvents,
                    span == ZoneSpan.REPLY ? 0 : zone,
                    span == ZoneSpan.ORIGINAL ? 0 : zone,
                    zoneFromMark,
                    span));
        }
    }
}
