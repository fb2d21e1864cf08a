package dev.weft.net.netfilter.target.ttl;

import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.TableKind;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.XtablesError;
import dev.weft.net.netfilter.target.ttl.TtlTarget.Mode;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The targets `TTL` and `HL` and their options.
final class TtlType extends TargetType {
    private final boolean ip6;

    TtlType(String name, boolean ip6) {
        super(name, options(name.toLowerCase(Locale.ROOT)));
        this.ip6 = ip6;
    }

    private static List<Option> options(String name) {
        String set = name + "-set";
        String decrement = name + "-dec";
        String increment = name + "-inc";
        return List.of(
                Option.with(set).excludes(decrement, increment),
                Option.with(decrement).excludes(set, increment),
                Option.with(increment).excludes(set, decrement));
    }

    @Override
    public String help() {
        return """
            XX target options
              --xx-set value		Set XX to <value 0-255>
              --xx-dec value		Decrement XX by <value 1-255>
              --xx-inc value		Increment XX by <value 1-255>
            """.replace("XX", name()).replace("xx", name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Set<HookFamily> families() {
        return EnumSet.of(ip6 ? HookFamily.IPV6 : HookFamily.IPV4);
    }

    @Override
    public Set<TableKind> tables() {
        return EnumSet.of(TableKind.MANGLE);
    }

    @Override
    public Builder<Target> builder(RuleDraft rule) {
        return new Reader();
    }

    private final class Reader implements Builder<Target> {
        private @Nullable Mode mode;
        private int hops;

        @Override
        public void option(Option option, OptionInput input) {
            for (Mode candidate : Mode.values()) {
                if (option.id().endsWith(candidate.option())) {
                    mode = candidate;
                }
            }
            int least = mode == Mode.SET ? 0 : 1;
            hops = (int) OptionValues.uint(name(), option, input.argument(), least, 255);
        }

        @Override
        public Target build() {
            Mode chosen = mode;
            if (chosen == null) {
                throw XtablesError.parameter(name() + ": You must specify an action");
            }
            return new TtlTarget(TtlType.this, chosen, hops);
        }
    }
}
