package dev.weft.net.netfilter.iptables;

import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Extension;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.HashSet;
import java.util.Set;

/// Reads the options of one match or target of a rule, and sees to what each option says of itself (iptables:
/// `xtables_option_parse`, `xtables_options_fcheck`).
final class ExtensionReader<T> {
    private final Extension type;
    private final Builder<T> builder;
    private final Set<String> seen = new HashSet<>();

    ExtensionReader(Extension type, Builder<T> builder) {
        this.type = type;
        this.builder = builder;
    }

    Extension type() {
        return type;
    }

    void read(Option typed, OptionInput input) {
        Option option = canonical(typed);
        if (!seen.add(option.id()) && !option.isRepeatable()) {
            throw wrong(option, "can only be used once.\n");
        }
        if (input.isInverted() && !option.isInvertible()) {
            throw wrong(option, "cannot be inverted.\n");
        }
        builder.option(option, input);
    }

    T finish() {
        for (Option option : type.options()) {
            if (option.isMandatory() && isCanonical(option) && !seen.contains(option.id())) {
                throw wrong(option, "must be specified\n");
            }
        }
        T built = builder.build();
        for (Option option : type.options()) {
            if (isCanonical(option) && seen.contains(option.id())) {
                checkCompany(option);
            }
        }
        return built;
    }

    private void checkCompany(Option option) {
        for (Option other : type.options()) {
            if (!isCanonical(other)) {
                continue;
            }
            if (option.excluded().contains(other.id()) && seen.contains(other.id())) {
                throw wrong(option, "cannot be used together with \"--" + other.name() + "\".\n");
            }
            if (option.required().contains(other.id()) && !seen.contains(other.id())) {
                throw wrong(option, "also requires \"--" + other.name() + "\".\n");
            }
        }
    }

    /// The first spelling of an option: in that it is complained about.
    private Option canonical(Option option) {
        if (isCanonical(option)) {
            return option;
        }
        for (Option candidate : type.options()) {
            if (candidate.id().equals(option.id())) {
                return candidate;
            }
        }
        return option;
    }

    private static boolean isCanonical(Option option) {
        return option.name().equals(option.id());
    }

    private XtablesError wrong(Option option, String what) {
        return XtablesError.parameter(type.name() + ": option \"--" + option.name() + "\" " + what);
    }
}
