package dev.weft.core.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads options as getopt_long(3) of glibc does: clusters (`-nc5`), long names and their unambiguous beginnings,
/// operands in between, and its very words for what is wrong.
///
/// ```java
/// GetOpt options = new GetOpt(session.program(), "nc:", List.of(GetOpt.Long.flag("numeric", 'n')), words);
/// for (int option = options.next(); option != GetOpt.END; option = options.next()) {
///     switch (option) {
///         case 'n' -> numeric = true;
///         case 'c' -> count = options.argument();
///         default -> throw usage(options.error());
///     }
/// }
/// ```
public final class GetOpt {
    /// There are no more options.
    public static final int END = -1;

    /// The option is unknown or lacks its argument: [#error] says it.
    public static final int WRONG = '?';

    /// Whether an option takes an argument.
    public enum Argument {
        NONE,
        REQUIRED,
        /// Only in the same word: `-o5`, `--option=5`.
        OPTIONAL
    }

    /// A long name and the value that stands for it.
    public record Long(String name, Argument argument, int value) {
        public static Long flag(String name, int value) {
            return new Long(name, Argument.NONE, value);
        }

        public static Long with(String name, int value) {
            return new Long(name, Argument.REQUIRED, value);
        }
    }

    private final String program;
    private final String shortOptions;
    private final boolean stopsAtOperand;
    private final List<Long> longOptions;
    private final List<String> words;
    private final List<String> operands = new ArrayList<>();
    private int position;
    private String cluster = "";
    private @Nullable String argument;
    private String error = "";

    /// @param program      named in front of each complaint
    /// @param shortOptions letters, each with `:` when it takes an argument and `::` when it may; a `+` in front
    ///                     ends the options at the first operand
    public GetOpt(String program, String shortOptions, List<Long> longOptions, List<String> words) {
        this.program = program;
        this.stopsAtOperand = shortOptions.startsWith("+");
        this.shortOptions = stopsAtOperand ? shortOptions.substring(1) : shortOptions;
        this.longOptions = List.copyOf(longOptions);
        this.words = List.copyOf(words);
    }

    /// The next option: its letter or the value of its long name, [#WRONG], or [#END].
    public int next() {
        argument = null;
        if (!cluster.isEmpty()) {
            return letter();
        }
        while (position < words.size()) {
            String word = words.get(position);
            if (word.equals("--")) {
                position++;
                break;
            }
            if (!word.startsWith("-") || word.equals("-")) {
                if (stopsAtOperand) {
                    break;
                }
                operands.add(word);
                position++;
                continue;
            }
            position++;
            if (word.startsWith("--") && !longOptions.isEmpty()) {
                return name(word.substring(2));
            }
            cluster = word.substring(1);
            return letter();
        }
        operands.addAll(words.subList(position, words.size()));
        position = words.size();
        return END;
    }

    /// The argument of the option returned last.
    public String argument() {
        if (argument == null) {
            throw new IllegalStateException("the option has no argument");
        }
        return argument;
    }

    public boolean hasArgument() {
        return argument != null;
    }

    /// What is wrong, with a line end.
    public String error() {
        return error;
    }

    /// The words that are no options; complete once [#next] has said [#END].
    public List<String> operands() {
        return operands;
    }

    private int letter() {
        char letter = cluster.charAt(0);
        cluster = cluster.substring(1);
        int at = letter == ':' ? -1 : shortOptions.indexOf(letter);
        if (at < 0) {
            return wrong("invalid option -- '" + letter + "'");
        }
        if (!shortOptions.startsWith(":", at + 1)) {
            return letter;
        }
        boolean optional = shortOptions.startsWith("::", at + 1);
        if (!cluster.isEmpty()) {
            argument = cluster;
            cluster = "";
        } else if (!optional && position < words.size()) {
            argument = words.get(position++);
        } else if (!optional) {
            return wrong("option requires an argument -- '" + letter + "'");
        }
        return letter;
    }

    private int name(String word) {
        int equals = word.indexOf('=');
        String typed = equals < 0 ? word : word.substring(0, equals);
        List<Long> found = longOptions.stream()
                .filter(option -> option.name.startsWith(typed))
                .toList();
        Long option = found.stream()
                .filter(candidate -> candidate.name.equals(typed))
                .findFirst()
                .orElse(found.isEmpty() ? null : found.getFirst());
        if (option == null) {
            return wrong("unrecognized option '--" + word + "'");
        }
        if (!option.name.equals(typed) && !meanTheSame(found)) {
            StringBuilder text = new StringBuilder("option '--" + word + "' is ambiguous; possibilities:");
            found.forEach(
                    candidate -> text.append(" '--").append(candidate.name).append("'"));
            return wrong(text.toString());
        }
        if (equals >= 0) {
            if (option.argument == Argument.NONE) {
                return wrong("option '--" + option.name + "' doesn't allow an argument");
            }
            argument = word.substring(equals + 1);
        } else if (option.argument == Argument.REQUIRED) {
            if (position == words.size()) {
                return wrong("option '--" + option.name + "' requires an argument");
            }
            argument = words.get(position++);
        }
        return option.value;
    }

    private static boolean meanTheSame(List<Long> options) {
        Long first = options.getFirst();
        return options.stream().allMatch(option -> option.value == first.value && option.argument == first.argument);
    }

    private int wrong(String text) {
        error = program + ": " + text + "\n";
        return WRONG;
    }
}
