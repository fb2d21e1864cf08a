package dev.weft.net.traceroute;

import dev.weft.core.command.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Reads a command line as traceroute's own parser does, which is not getopt(3): an argument is the rest of its word or
/// the next word, that of a long name stands behind `=`, and every complaint says where the word is.
final class OptionWords {
    private static final Map<String, String> LONG_NAMES = Map.ofEntries(
            Map.entry("debug", "d"),
            Map.entry("dont-fragment", "F"),
            Map.entry("first", "f"),
            Map.entry("gateway", "g"),
            Map.entry("icmp", "I"),
            Map.entry("tcp", "T"),
            Map.entry("interface", "i"),
            Map.entry("max-hops", "m"),
            Map.entry("sim-queries", "N"),
            Map.entry("port", "p"),
            Map.entry("tos", "t"),
            Map.entry("flowlabel", "l"),
            Map.entry("wait", "w"),
            Map.entry("queries", "q"),
            Map.entry("source", "s"),
            Map.entry("sendwait", "z"),
            Map.entry("extensions", "e"),
            Map.entry("as-path-lookups", "A"),
            Map.entry("module", "M"),
            Map.entry("options", "O"),
            Map.entry("udp", "U"),
            Map.entry("dccp", "D"),
            Map.entry("protocol", "P"),
            Map.entry("version", "V"),
            Map.entry("sport", "sport"),
            Map.entry("fwmark", "fwmark"),
            Map.entry("mtu", "mtu"),
            Map.entry("back", "back"),
            Map.entry("help", "help"));

    private static final String FLAGS = "46dFITnreAUDV";

    private static final Map<String, String> ARGUMENTS = Map.ofEntries(
            Map.entry("f", "first_ttl"),
            Map.entry("g", "gate,..."),
            Map.entry("i", "device"),
            Map.entry("m", "max_ttl"),
            Map.entry("N", "squeries"),
            Map.entry("p", "port"),
            Map.entry("t", "tos"),
            Map.entry("l", "flow_label"),
            Map.entry("w", "MAX,HERE,NEAR"),
            Map.entry("q", "nqueries"),
            Map.entry("s", "src_addr"),
            Map.entry("z", "sendwait"),
            Map.entry("M", "name"),
            Map.entry("O", "OPTS,..."),
            Map.entry("P", "prot"),
            Map.entry("sport", "num"),
            Map.entry("fwmark", "num"));

    /// One option or operand as it was typed.
    ///
    /// @param option as typed, with its dashes; for an operand its name
    /// @param argument of the option, or the operand
    /// @param position among all words, from 1
    record Word(String option, String argument, int position) {
        CommandFailure unusable() {
            return wrong("Cannot handle `" + option + "' option with arg `" + argument + "' (argc " + position + ")");
        }
    }

    private final List<String> words;
    private final BiConsumer<String, Word> taker;
    private final List<Word> operands = new ArrayList<>();
    private int position;

    private OptionWords(List<String> words, BiConsumer<String, Word> taker) {
        this.words = words;
        this.taker = taker;
    }

    /// @param taker is shown each option, by its letter or else its long name
    /// @return the operands
    static List<Word> read(List<String> words, BiConsumer<String, Word> taker) {
        OptionWords reader = new OptionWords(words, taker);
        reader.readAll();
        return reader.operands;
    }

    private void readAll() {
        boolean ended = false;
        while (position < words.size()) {
            String word = words.get(position++);
            if (ended || !word.startsWith("-") || word.equals("-")) {
                operands.add(new Word("", word, position));
            } else if (word.equals("--")) {
                ended = true;
            } else if (word.startsWith("--")) {
                longName(word);
            } else {
                letters(word);
            }
        }
    }

    private void longName(String word) {
        int equals = word.indexOf('=');
        String typed = equals < 0 ? word : word.substring(0, equals);
        String option = LONG_NAMES.get(typed.substring(2));
        boolean wantsArgument = option != null && ARGUMENTS.containsKey(option);
        if (option == null || equals >= 0 && !wantsArgument) {
            String with = equals < 0 ? "" : " (with arg `" + word.substring(equals + 1) + "')";
            throw wrong("Bad option `" + word + "'" + with + " (argc " + position + ")");
        }
        if (wantsArgument && equals < 0) {
            throw lacking(typed, "=" + ARGUMENTS.get(option));
        }
        taker.accept(option, new Word(typed, equals < 0 ? "" : word.substring(equals + 1), position));
    }

    private void letters(String word) {
        String first = word.substring(1, 2);
        if (ARGUMENTS.containsKey(first)) {
            String typed = word.substring(0, 2);
            int at = position;
            if (word.length() == 2 && position == words.size()) {
                throw lacking(typed, " " + ARGUMENTS.get(first));
            }
            String argument = word.length() > 2 ? word.substring(2).strip() : words.get(position++);
            taker.accept(first, new Word(typed, argument, word.length() > 2 ? at : position));
            return;
        }
        for (String letter : word.substring(1).split("")) {
            if (ARGUMENTS.containsKey(letter)) {
                throw lacking("-" + letter, " " + ARGUMENTS.get(letter));
            }
            if (!FLAGS.contains(letter)) {
                throw wrong("Bad option `-" + letter + "' (argc " + position + ")");
            }
            taker.accept(letter, new Word("-" + letter, "", position));
        }
    }

    private CommandFailure lacking(String typed, String argument) {
        return wrong("Option `" + typed + "' (argc " + position + ") requires an argument: `" + typed + argument + "'");
    }

    static CommandFailure wrong(String text) {
        return CommandFailure.exit(2, text + "\n");
    }
}
