package dev.weft.iptables.memory;

import java.util.List;

/// Goes through the words of a command line.
final class Scanner {
    private final List<String> words;
    private int at;

    Scanner(List<String> words) {
        this.words = words;
    }

    boolean hasNext() {
        return at < words.size();
    }

    String next() {
        return words.get(at++);
    }

    /// The word that an option needs.
    String argument(String option) {
        if (!hasNext()) {
            throw Failure.usage("option \"%s\" requires an argument", option);
        }
        return next();
    }

    /// Whether a word follows that is neither an option nor a negation.
    boolean hasPlain() {
        return hasNext() && !words.get(at).startsWith("-") && !words.get(at).equals("!");
    }
}
