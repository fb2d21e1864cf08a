package dev.weft.iptables.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The options that one match or target of a rule has.
record Options(List<Option> all) {
    static final Options NONE = new Options(List.of());

    Options {
        all = List.copyOf(all);
    }

    Options with(Option option) {
        var more = new ArrayList<>(all);
        more.add(option);
        return new Options(more);
    }

    Options without(String option) {
        return new Options(
                all.stream().filter(other -> !other.name().equals(option)).toList());
    }

    /// In the order in which they are saved, whatever order they were given in.
    Options ordered(List<Extension.Form> forms) {
        var names = forms.stream().map(Extension.Form::name).toList();
        return new Options(all.stream()
                .sorted(Comparator.comparingInt(option -> names.indexOf(option.name())))
                .toList());
    }

    Optional<Option> get(String name) {
        return all.stream().filter(option -> option.name().equals(name)).findFirst();
    }

    boolean has(String name) {
        return get(name).isPresent();
    }

    /// A piece of a listing for an option, empty without it.
    String text(String name, Function<Option, String> text) {
        return get(name).map(text).orElse("");
    }

    /// As saved rules have them, one after the other.
    @Override
    public String toString() {
        return all.stream().map(Option::toString).collect(Collectors.joining(" "));
    }
}
