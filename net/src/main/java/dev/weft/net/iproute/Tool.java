package dev.weft.net.iproute;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import java.util.List;
import java.util.Optional;

/// One program of the family: its name, what it says of itself, which options and which objects it reads, in which
/// order.
///
/// The order decides what an abbreviation stands for: a word of the real program stands in the list even where its
/// object is not built, so that `ip t` never means something else than on Linux.
///
/// @param name       the program's name
/// @param version    what `-V` prints
/// @param usage      what `help` prints, on standard error
/// @param helpOption the word that an unknown option is told to try
/// @param failure    the exit status of a command that fails: `bridge` exits with -1 where `ip` turns the sign
/// @param refusal    the exit status of a command that the kernel refuses
/// @param options    every option the program knows
/// @param objects    every word for an object
public record Tool(
        String name,
        String version,
        String usage,
        String helpOption,
        int failure,
        int refusal,
        List<IpOption> options,
        List<ObjectWord> objects) {

    /// A word that may stand for an object, and the name of that object.
    public record ObjectWord(String word, String object) {
        static ObjectWord of(String word) {
            return new ObjectWord(word, word);
        }
    }

    /// The name of the object that a word, whole or abbreviated, means.
    Optional<String> object(String typed) {
        return objects.stream()
                .filter(candidate -> Args.matches(typed, candidate.word()))
                .map(ObjectWord::object)
                .findFirst();
    }

    /// The usage, as the program ends with it.
    public CommandFailure help() {
        return CommandFailure.exit(255, usage);
    }

    /// The word names no object of this program.
    CommandFailure unknownObject(String word) {
        return CommandFailure.failed(failure, "Object \"" + word + "\" is unknown, try \"" + name + " help\".\n");
    }

    CommandFailure unknownOption(String word) {
        return CommandFailure.exit(
                255, "Option \"" + word + "\" is unknown, try \"" + name + " " + helpOption + "\".\n");
    }
}
