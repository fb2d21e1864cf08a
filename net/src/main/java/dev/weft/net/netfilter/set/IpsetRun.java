package dev.weft.net.netfilter.set;

import dev.weft.core.packet.NetNamespace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call of `ipset`: its options, and the lines that it executes.
final class IpsetRun {
    private static final String NAME = "ipset v7.17";
    private static final String TRY = "Try `ipset help' for more information.\n";

    /// What there is to do once a line is read.
    sealed interface Next {
        /// Nothing more.
        record Done() implements Next {}

        /// The lines of a file.
        record Restore(String file) implements Next {}

        /// Lines of standard input, with a prompt.
        record Interact() implements Next {}
    }

    private final Sets sets;
    final StringBuilder out = new StringBuilder();
    final StringBuilder err = new StringBuilder();
    private boolean exists;
    private boolean quiet;
    private boolean sorted;
    private boolean namesOnly;
    private boolean headersOnly;
    private Listing.@Nullable Mode mode;
    private String file = "";
    private boolean restoring;
    private boolean interactive;
    private int line;
    private int status;
    private boolean quits;

    IpsetRun(NetNamespace namespace) {
        this.sets = Sets.of(namespace);
    }

    int status() {
        return status;
    }

    String file() {
        return file;
    }

    /// Executes what stands on the command line.
    Next run(List<String> words) {
        try {
            return execute(new ArrayList<>(words));
        } catch (ToolError error) {
            fail(error.text(), error.isUsage());
        } catch (SetRefusal refusal) {
            fail(refusal.text(), false);
        }
        return new Next.Done();
    }

    private void fail(String text, boolean usage) {
        status = usage ? 2 : 1;
        if (!quiet) {
            String where = restoring && !usage ? "Error in line " + line + ": " : "";
            err.append(NAME)
                    .append(": ")
                    .append(where)
                    .append(text)
                    .append('\n')
                    .append(usage ? TRY : "");
        }
    }

    /// Executes the lines of a file until one fails.
    void restore(String text) {
        restoring = true;
        for (String next : (Iterable<String>) text.lines()::iterator) {
            line++;
            String stripped = next.stripLeading();
            if (stripped.isEmpty() || stripped.startsWith("#") || stripped.equals("COMMIT")) {
                continue;
            }
            run(LineWords.of(stripped));
            if (status > 1 || status == 1 && !tested || quits) {
                return;
            }
            tested = false;
        }
    }

    private boolean tested;

    /// Executes lines as they are typed, whatever becomes of each.
    void interact(String text) {
        interactive = true;
        for (String next : (Iterable<String>) text.lines()::iterator) {
            out.append("ipset> ");
            List<String> words = LineWords.of(next);
            if (!words.isEmpty() && Verb.of(words.getFirst()) == null) {
                out.append("No command specified\n");
            } else if (!words.isEmpty()) {
                run(words);
            }
            if (quits) {
                return;
            }
        }
        out.append("ipset> ");
        status = 0;
    }

    // ---- a line

    private Next execute(List<String> words) {
        options(words);
        if (words.isEmpty()) {
            throw ToolError.usage("No command specified.");
        }
        String word = words.removeFirst();
        if (word.equals("-") && !restoring && !interactive) {
            return new Next.Interact();
        }
        Verb verb = Verb.of(word);
        if (verb == null) {
            throw ToolError.usage("No command specified: unknown argument " + word);
        }
        if (restoring && (verb == Verb.RESTORE || verb == Verb.HELP || verb == Verb.VERSION)) {
            throw ToolError.usage("Command `" + verb.text() + "' is invalid in restore mode.");
        }
        check(verb, words);
        return dispatch(verb, words);
    }

    private void check(Verb verb, List<String> words) {
        if (verb.mandatory() == 2 && words.isEmpty()) {
            throw ToolError.usage("Missing mandatory argument to command " + verb.text());
        }
        if (verb.mandatory() == 2 && words.size() == 1) {
            throw ToolError.usage("Missing second mandatory argument to command " + verb.text());
        }
        int most = verb == Verb.CREATE || verb == Verb.ADD || verb == Verb.DEL || verb == Verb.TEST
                ? Integer.MAX_VALUE
                : verb == Verb.RENAME || verb == Verb.SWAP ? 2 : verb.mandatory() + 1;
        if (verb != Verb.VERSION && verb != Verb.QUIT && words.size() > most) {
            throw ToolError.usage("Unknown argument " + words.get(most));
        }
        if (!words.isEmpty() && verb != Verb.HELP && verb != Verb.VERSION && verb != Verb.QUIT) {
            ElementReader.name(words.getFirst());
        }
        if (verb == Verb.RENAME || verb == Verb.SWAP) {
            ElementReader.name(words.get(1));
        }
    }

    /// Takes the options out, wherever they stand.
    private void options(List<String> words) {
        mode = restoring || interactive ? null : mode;
        for (int i = 0; i < words.size(); ) {
            String word = words.get(i);
            String bare = word.startsWith("--") ? word.substring(1) : word;
            switch (bare) {
                case "-s", "-sorted" -> sorted = true;
                case "-q", "-quiet" -> quiet = true;
                case "-r", "-resolve" -> {
                    // addresses have no names here
                }
                case "-!", "-exist" -> exists = true;
                case "-n", "-name" -> namesOnly = true;
                case "-t", "-terse" -> headersOnly = true;
                case "-o", "-output", "-f", "-file" -> {
                    boolean output = bare.startsWith("-o");
                    if (i + 1 == words.size()) {
                        throw ToolError.usage("Missing mandatory argument to option " + (output ? "-o" : "-f"));
                    }
                    String argument = words.remove(i + 1);
                    if (output) {
                        mode = Listing.mode(argument);
                    } else {
                        file = argument;
                    }
                }
                default -> {
                    i++;
                    continue;
                }
            }
            words.remove(i);
        }
    }

    private Next dispatch(Verb verb, List<String> words) {
        String name = words.isEmpty() ? "" : words.getFirst();
        switch (verb) {
            case CREATE -> create(name, words);
            case ADD -> {
                IpSet set = sets.require(name);
                set.add(element(set, verb, words), exists);
            }
            case DEL -> {
                IpSet set = sets.require(name);
                set.delete(element(set, verb, words), exists);
            }
            case TEST -> test(name, words);
            case DESTROY -> {
                if (words.isEmpty()) {
                    sets.destroyAll();
                } else {
                    sets.destroy(name);
                }
            }
            case FLUSH -> {
                if (words.isEmpty()) {
                    sets.flushAll();
                } else {
                    sets.flush(name);
                }
            }
            case LIST, SAVE -> list(verb, words);
            case RESTORE -> {
                return new Next.Restore(file.isEmpty() ? "-" : file);
            }
            case RENAME -> sets.rename(name, words.get(1));
            case SWAP -> sets.swap(name, words.get(1));
            case HELP -> help(words);
            case VERSION -> out.append(NAME).append(", protocol version: 7\n");
            case QUIT -> quits = true;
        }
        return new Next.Done();
    }

    private void create(String name, List<String> words) {
        SetType type = SetType.of(words.get(1));
        if (type == null) {
            throw ToolError.syntax("typename '" + words.get(1) + "' is unknown");
        }
        if (!type.isSupported()) {
            throw new SetRefusal(SetRefusal.UNSUPPORTED);
        }
        sets.create(name, type, new CreateReader(type).read(words.subList(2, words.size())), exists);
    }

    private static Element element(IpSet set, Verb verb, List<String> words) {
        return new ElementReader(set, verb.text()).read(words.get(1), words.subList(2, words.size()));
    }

    private void test(String name, List<String> words) {
        IpSet set = sets.require(name);
        Element element = element(set, Verb.TEST, words);
        boolean found = set.test(element);
        String text = ElementReader.text(element, set);
        if (!quiet) {
            err.append(found ? "Warning: " + text + " is in set " : text + " is NOT in set ")
                    .append(name)
                    .append(".\n");
        }
        status = found ? 0 : 1;
        tested = true;
    }

    private void list(Verb verb, List<String> words) {
        List<IpSet> wanted = words.isEmpty() ? sets.all() : List.of(sets.require(words.getFirst()));
        Listing.Mode chosen = mode;
        if (chosen == null) {
            chosen = verb == Verb.SAVE ? Listing.Mode.SAVE : Listing.Mode.PLAIN;
        }
        if (namesOnly && verb == Verb.LIST) {
            out.append(Listing.names(wanted, chosen));
        } else {
            out.append(new Listing(chosen, headersOnly, sorted).print(wanted));
        }
        namesOnly &= !interactive;
    }

    private void help(List<String> words) {
        SetType type = words.isEmpty() ? null : SetType.of(words.getFirst());
        if (words.isEmpty()) {
            out.append(IpsetHelp.general());
        } else if (type == null) {
            out.append(IpsetHelp.usage());
            throw ToolError.usage("Unknown settype: `" + words.getFirst() + "'");
        } else {
            out.append(IpsetHelp.of(type));
        }
    }
}
