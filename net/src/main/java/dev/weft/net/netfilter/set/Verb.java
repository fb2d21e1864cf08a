package dev.weft.net.netfilter.set;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A command of `ipset`: by the beginning of its name, or by an old letter.
enum Verb {
    CREATE("create", List.of("n", "new", "-N"), 2),
    ADD("add", List.of("-A"), 2),
    DEL("del", List.of("-D"), 2),
    TEST("test", List.of("-T"), 2),
    DESTROY("destroy", List.of("x", "-X"), 0),
    LIST("list", List.of("-L"), 0),
    SAVE("save", List.of("-S"), 0),
    RESTORE("restore", List.of("-R"), -1),
    FLUSH("flush", List.of("-F"), 0),
    RENAME("rename", List.of("e", "-E"), 2),
    SWAP("swap", List.of("w", "-W"), 2),
    HELP("help", List.of("-h", "-H"), 0),
    VERSION("version", List.of("-v", "-V"), -1),
    QUIT("quit", List.of(), -1);

    private final String text;
    private final List<String> others;
    private final int mandatory;

    Verb(String text, List<String> others, int mandatory) {
        this.text = text;
        this.others = others;
        this.mandatory = mandatory;
    }

    static @Nullable Verb of(String word) {
        String bare = word.startsWith("--") ? word.substring(2) : word;
        for (Verb verb : values()) {
            if (!bare.isEmpty() && verb.text.startsWith(bare) || verb.others.contains(word)) {
                return verb;
            }
        }
        return null;
    }

    String text() {
        return text;
    }

    /// How many words must follow; 0 for one that may, -1 for none.
    int mandatory() {
        return mandatory;
    }
}
