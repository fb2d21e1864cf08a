package dev.weft.iptables.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A match or target: its options, how they are saved, and what listings say of them.
final class Extension {
    /// An option that an extension has: its name in saved rules, how many words follow, and their saved form.
    record Form(String name, int values, UnaryOperator<List<String>> saved) {}

    final String name;
    /// Takes any option and keeps it as written: one of the many that the model does not look into.
    final boolean isOpen;

    private final Map<String, Form> forms = new LinkedHashMap<>();
    private Function<Options, String> listing = Options::toString;
    private BiFunction<Options, RuleSpec, Options> finish = (options, rule) -> options;

    private Extension(String name, boolean isOpen) {
        this.name = name;
        this.isOpen = isOpen;
    }

    static Extension of(String name) {
        return new Extension(name, false);
    }

    static Extension open(String name) {
        return new Extension(name, true);
    }

    Extension flag(String option) {
        return option(option, 0, values -> values);
    }

    Extension option(String option, UnaryOperator<String> saved, String... aliases) {
        return option(option, 1, values -> List.of(saved.apply(values.getFirst())), aliases);
    }

    Extension option(String option, int values, UnaryOperator<List<String>> saved, String... aliases) {
        var form = new Form(option, values, saved);
        forms.put(option, form);
        List.of(aliases).forEach(alias -> forms.put(alias, form));
        return this;
    }

    /// What `iptables -L` prints, after a space.
    Extension listed(Function<Options, String> listing) {
        this.listing = listing;
        return this;
    }

    /// Adds what goes without saying, and refuses what cannot be, once all options are known.
    Extension finished(BiFunction<Options, RuleSpec, Options> finish) {
        this.finish = finish;
        return this;
    }

    boolean has(String option) {
        return forms.containsKey(option);
    }

    Form form(String option) {
        var form = forms.get(option);
        if (form == null) {
            throw Failure.usage("unknown option \"%s\"", option);
        }
        return form;
    }

    String listing(Options options) {
        return listing.apply(options);
    }

    Options finish(Options options, RuleSpec rule) {
        return isOpen ? options : finish.apply(options.ordered(List.copyOf(forms.values())), rule);
    }
}
