package dev.weft.app.shell;

import dev.weft.core.command.Command;
import dev.weft.net.lab.Lab;
import dev.weft.net.observe.WeftCommand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the commands say of themselves when they are asked for help, in a network of nobody's: the console's help, and
/// the words that it completes.
final class Usages {
    /// The rest of a word that may be cut: `[tatistics]`.
    private static final Pattern REST = Pattern.compile("([\\w-])\\[([\\w-]+)]");

    /// A word to be written as it stands, and not in place of another.
    private static final Pattern LITERAL =
            Pattern.compile("(?<![\\w<-])(--?[A-Za-z0-9][\\w-]*|[a-z][a-z0-9_-]*)(?![\\w:<>])");

    /// Many options of one letter in one word.
    private static final Pattern CLUSTER = Pattern.compile("-[A-Za-z0-9]*[A-Z][A-Za-z0-9]{3,}");

    /// A usage with a line for each option or sub-command.
    private static final Pattern TABLE = Pattern.compile("(?m)^\\s+-|^commands:");

    /// How a line looks that shows syntax, and not prose behind an option.
    private static final Pattern SYNTAX = Pattern.compile("[|{}]|:=|^Usage:|\\[");

    private final Lab lab = Lab.withSeed(1);
    private final Map<List<String>, String> texts = new HashMap<>();

    /// The commands by name, with what each is for.
    Map<String, String> summaries() {
        Map<String, String> summaries = new TreeMap<>();
        lab.commands().forEach((name, command) -> {
            if (!(command instanceof WeftCommand)) {
                summaries.put(name, command.summary());
            }
        });
        return summaries;
    }

    /// The usage of the command that a line begins with, as far as the line has got; empty when there is none.
    String usage(List<String> line) {
        Command command = line.isEmpty() ? null : lab.commands().get(line.getFirst());
        if (command == null) {
            return "";
        }
        List<String> asked = new ArrayList<>(List.of(line.getFirst()));
        asked.addAll(command.helpWords(line.subList(1, line.size())));
        return texts.computeIfAbsent(asked, words -> {
            Lab.Result result = lab.run(String.join(" ", words));
            return result.out() + result.err();
        });
    }

    /// The words that may follow a line, as the usage has them.
    Collection<String> following(List<String> line) {
        if (line.getFirst().equals("explain")) {
            return line.size() == 1 ? summaries().keySet() : following(line.subList(1, line.size()));
        }
        String usage = REST.matcher(usage(line)).replaceAll("$1$2");
        Set<String> next = next(usage, line);
        boolean more = next.isEmpty() || next.stream().anyMatch(word -> word.startsWith("-"));
        return more ? literals(usage, line.getFirst()) : next;
    }

    /// What stands directly behind these words, one or one of several.
    private static Set<String> next(String usage, List<String> line) {
        Set<String> found = new LinkedHashSet<>();
        if (TABLE.matcher(usage).find()) {
            return found;
        }
        String words = line.stream().map(Pattern::quote).collect(Collectors.joining("\\s+(?:\\[[^]]*]\\s+)?"));
        Pattern place = Pattern.compile("(?<![\\w-])" + words + "\\s+(?:\\[\\s*)?(?:\\{([^}]*)}|(\\S+))");
        for (MatchResult match : place.matcher(usage).results().toList()) {
            found.addAll(literalsOf(match.group(1) == null ? match.group(2) : match.group(1)));
        }
        return found;
    }

    private static Set<String> literals(String usage, String command) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : usage.lines().toList()) {
            List<String> words = literalsOf(text);
            if (SYNTAX.matcher(text).find()) {
                found.addAll(words);
            } else if (!words.isEmpty() && text.strip().startsWith(words.getFirst())) {
                found.add(words.getFirst());
            }
        }
        found.remove(command);
        return found;
    }

    private static List<String> literalsOf(String text) {
        return LITERAL.matcher(text)
                .results()
                .map(match -> match.group(1))
                .flatMap(word -> CLUSTER.matcher(word).matches()
                        ? word.chars().skip(1).mapToObj(letter -> "-" + (char) letter)
                        : Stream.of(word))
                .toList();
    }
}
