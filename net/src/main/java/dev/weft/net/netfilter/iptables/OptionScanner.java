package dev.weft.net.netfilter.iptables;

import dev.weft.net.netfilter.table.Extension;
import dev.weft.net.netfilter.table.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Goes through the words of a command line as getopt_long(3) does that is given more options on the way, and that
/// hands out operands where they stand.
final class OptionScanner {
    /// What was found.
    enum Kind {
        END,
        OPERAND,
        /// An option of iptables itself: [#letter].
        OWN,
        /// An option of a match or target: [#option], [#owner].
        EXTENSION,
        UNKNOWN,
        /// The last word is an option that lacks its argument.
        ARGUMENT_MISSING
    }

    /// A long name of iptables' own.
    record Long(String name, Option.Argument argument, char letter) {}

    private record Offer(Extension owner, Option option) {}

    private final List<String> words;
    private final String letters;
    private final List<Long> own;
    private final List<Offer> offers = new ArrayList<>();
    private int position;
    private int start;
    private String cluster = "";
    private char letter;
    private @Nullable String argument;
    private @Nullable Offer offer;
    private String unknown = "";

    /// @param letters each with `:` when it takes an argument and `::` when it may
    OptionScanner(List<String> words, String letters, List<Long> own) {
        this.words = words;
        this.letters = letters;
        this.own = own;
    }

    /// From now on the options of `extension` are known too; they hide those of the same name.
    void offer(Extension extension) {
        if (!offers.isEmpty()) {
            offers.removeIf(known -> known.owner == extension);
        }
        int at = 0;
        for (Option option : extension.options()) {
            offers.add(at++, new Offer(extension, option));
        }
    }

    Kind next() {
        argument = null;
        if (!cluster.isEmpty()) {
            return shortOption();
        }
        if (position >= words.size()) {
            return Kind.END;
        }
        start = position;
        String word = words.get(position++);
        if (word.equals("--")) {
            return Kind.END;
        }
        if (word.startsWith("--")) {
            return longOption(word);
        }
        if (word.startsWith("-") && word.length() > 1) {
            cluster = word.substring(1);
            return shortOption();
        }
        argument = word;
        return Kind.OPERAND;
    }

    /// Goes back by one word, to read it again with the options that are known now.
    void again() {
        position = start;
        cluster = "";
    }

    private Kind shortOption() {
        letter = cluster.charAt(0);
        cluster = cluster.substring(1);
        int at = letter == ':' ? -1 : letters.indexOf(letter);
        if (at < 0) {
            unknown = "-" + letter;
            return Kind.UNKNOWN;
        }
        if (!letters.startsWith(":", at + 1)) {
            return Kind.OWN;
        }
        boolean optional = letters.startsWith("::", at + 1);
        if (!cluster.isEmpty()) {
            argument = cluster;
            cluster = "";
        } else if (!optional) {
            return required(Kind.OWN);
        }
        return Kind.OWN;
    }

    private Kind required(Kind kind) {
        if (position >= words.size()) {
            return Kind.ARGUMENT_MISSING;
        }
        argument = words.get(position++);
        return kind;
    }

    private Kind longOption(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
        unknown = word;
        Long mine = own(name);
        Offer theirs = mine != null && mine.name.equals(name) ? null : offered(name);
        if (mine != null && theirs != null && !theirs.option.name().equals(name)) {
            return Kind.UNKNOWN; // the beginning of two names
        }
        String given = equals < 0 ? null : word.substring(equals + 1);
        if (theirs != null) {
            offer = theirs;
            return withArgument(Kind.EXTENSION, theirs.option.argument(), given);
        }
        if (mine != null) {
            letter = mine.letter;
            return withArgument(Kind.OWN, mine.argument, given);
        }
        return Kind.UNKNOWN;
    }

    private Kind withArgument(Kind kind, Option.Argument wants, @Nullable String given) {
        if (given != null) {
            argument = given;
            return wants == Option.Argument.NONE ? Kind.UNKNOWN : kind;
        }
        return wants == Option.Argument.REQUIRED ? required(kind) : kind;
    }

    /// The option of that name, or the only one that begins so.
    private @Nullable Long own(String name) {
        Long found = null;
        for (Long candidate : own) {
            if (candidate.name.equals(name)) {
                return candidate;
            }
            if (candidate.name.startsWith(name)) {
                if (found != null && found.letter != candidate.letter) {
                    return null;
                }
                found = candidate;
            }
        }
        return found;
    }

    private @Nullable Offer offered(String name) {
        Offer found = null;
        boolean ambiguous = false;
        for (Offer candidate : offers) {
            if (candidate.option.name().equals(name)) {
                return candidate;
            }
            if (candidate.option.name().startsWith(name)) {
                ambiguous |= found != null
                        && !(found.owner == candidate.owner && found.option.id().equals(candidate.option.id()));
                found = found == null ? candidate : found;
            }
        }
        return ambiguous ? null : found;
    }

    // ---- what was found

    char letter() {
        return letter;
    }

    Option option() {
        return found().option;
    }

    Extension owner() {
        return found().owner;
    }

    private Offer found() {
        Offer last = offer;
        if (last == null) {
            throw new IllegalStateException("no option of an extension was found");
        }
        return last;
    }

    boolean hasArgument() {
        return argument != null;
    }

    /// That of the option, or the operand.
    String argument() {
        String last = argument;
        return last == null ? "" : last;
    }

    /// What cannot be understood, as complaints name it.
    String unknown() {
        return unknown;
    }

    String lastWord() {
        return words.getLast();
    }

    /// The next word if it is neither an option nor `!`; it is then used up (iptables: `xs_has_arg`).
    @Nullable
    String takeArgument() {
        if (!cluster.isEmpty() || position >= words.size()) {
            return null;
        }
        String word = words.get(position);
        if (word.startsWith("-") || word.startsWith("!")) {
            return null;
        }
        position++;
        return word;
    }

    /// Are words left behind `--`?
    boolean hasMore() {
        return position < words.size();
    }
}
