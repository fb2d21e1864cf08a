package dev.weft.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A rule of a chain: the words that follow `-A CHAIN`.
public record Rule(String chain, List<String> words) {
    private static final Pattern COUNTERS = Pattern.compile("^\\[(\\d+):(\\d+)\\] ");

    /// Keeps its own copy of the words.
    public Rule {
        words = List.copyOf(words);
    }

    /// Reads a line of a listing or of iptables-save, in quotes what is quoted there: `-A INPUT -s
    /// 10.0.0.1/32 -j DROP`. Counters before the line, as iptables-save writes them, become `-c PACKETS
    /// BYTES` at its end.
    ///
    /// @throws IllegalArgumentException when the line is not that of a rule
    public static Rule parse(String line) {
        var words = Words.split(countersLast(line));
        if (words.size() < 2 || !words.getFirst().equals("-A")) {
            throw new IllegalArgumentException("not a rule: " + line);
        }
        return new Rule(words.get(1), words.subList(2, words.size()));
    }

    /// A rule given to one of the methods of [Iptables]: its words, or one line, with or without the `-A
    /// CHAIN` that listings begin with.
    static Rule of(String chain, String... rule) {
        if (rule.length != 1 || rule[0].indexOf(' ') < 0) {
            return new Rule(chain, List.of(rule));
        }
        var line = countersLast(rule[0].strip());
        return new Rule(chain, line.startsWith("-A ") ? parse(line).words() : Words.split(line));
    }

    /// iptables-nft printed some listings as iptables-save does, with counters first; all listings here have
    /// them last.
    static String countersLast(String line) {
        var counters = COUNTERS.matcher(line);
        return counters.find()
                ? line.substring(counters.end()) + " -c " + counters.group(1) + " " + counters.group(2)
                : line;
    }

    /// The same rule without `-c PACKETS BYTES`: what it is, not what it has seen.
    public Rule withoutCounters() {
        int at = words.indexOf("-c");
        if (at < 0 || at + 2 >= words.size() || !isNumber(words.get(at + 1)) || !isNumber(words.get(at + 2))) {
            return this;
        }
        var rest = new ArrayList<>(words);
        rest.subList(at, at + 3).clear();
        return new Rule(chain, rest);
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// The line that appends this rule: `-A INPUT -s 10.0.0.1/32 -j DROP`.
    @Override
    public String toString() {
        return ("-A " + chain + " " + Words.join(words)).strip();
    }
}
