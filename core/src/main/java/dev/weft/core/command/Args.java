package dev.weft.core.command;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;

/// The words of a command line and a cursor over them: the reader of every command that speaks like iproute2.
///
/// A word is *taken* when it is what was asked for: whole ([#take], iproute2's `strcmp`) or as any beginning of it
/// ([#takeAbbreviated], iproute2's `matches`). Which of the two holds for a word is part of the language, so every
/// command asks in the order and the way of the real one.
public final class Args {
    private final List<String> words;
    private int position;

    public Args(List<String> words) {
        this.words = List.copyOf(words);
    }

    public static Args of(String... words) {
        return new Args(List.of(words));
    }

    public boolean hasNext() {
        return position < words.size();
    }

    /// How many words are left.
    public int remaining() {
        return words.size() - position;
    }

    /// The words that are left; the cursor stays.
    public List<String> rest() {
        return words.subList(position, words.size());
    }

    /// The word under the cursor, without moving; [#INCOMPLETE] when there is none.
    public String peek() {
        if (!hasNext()) {
            throw incomplete();
        }
        return words.get(position);
    }

    /// The word `ahead` places behind the cursor, or the empty string behind the end.
    public String peek(int ahead) {
        return position + ahead < words.size() ? words.get(position + ahead) : "";
    }

    /// The word under the cursor, which moves on; fails as iproute2's `NEXT_ARG` when there is none.
    public String next() {
        String word = peek();
        position++;
        return word;
    }

    /// The word taken last.
    public String previous() {
        if (position == 0) {
            throw new NoSuchElementException("no word was taken yet");
        }
        return words.get(position - 1);
    }

    /// Puts the word taken last back (iproute2: `PREV_ARG`).
    public void back() {
        position--;
    }

    /// Is the next word exactly this?
    public boolean is(String word) {
        return hasNext() && words.get(position).equals(word);
    }

    /// Is the next word this or a beginning of it, the empty one excepted?
    public boolean matches(String word) {
        return hasNext() && matches(words.get(position), word);
    }

    /// iproute2's `matches`: is `prefix` a beginning of `word`? The empty one never is.
    public static boolean matches(String prefix, String word) {
        return !prefix.isEmpty() && word.startsWith(prefix);
    }

    /// Takes the next word if it is exactly this.
    public boolean take(String word) {
        if (!is(word)) {
            return false;
        }
        position++;
        return true;
    }

    /// Takes the next word if it is this or a beginning of it.
    public boolean takeAbbreviated(String word) {
        if (!matches(word)) {
            return false;
        }
        position++;
        return true;
    }

    // ---- values

    /// Takes a number without sign of 32 bits, in base 0; when it is none, the command fails with `argument "X" is
    /// wrong: why`.
    public long nextU32(String why) {
        return nextUnsigned(32, 0, why);
    }

    public int nextU16(String why) {
        return (int) nextUnsigned(16, 0, why);
    }

    public int nextU8(String why) {
        return (int) nextUnsigned(8, 0, why);
    }

    /// 64 bits, to be read without sign.
    public long nextU64(String why) {
        return nextUnsigned(64, 0, why);
    }

    /// Takes a number with sign of 32 bits, in base 0.
    public int nextInteger(String why) {
        String word = next();
        return (int) Numbers.signed(word, 0, 32).orElseThrow(() -> invalid(why, word));
    }

    public long nextUnsigned(int bits, int base, String why) {
        String word = next();
        OptionalLong value = Numbers.unsigned(word, base, bits);
        return value.orElseThrow(() -> invalid(why, word));
    }

    /// Takes `on` or `off`, the value of `option` (iproute2: `parse_on_off`).
    public boolean nextOnOff(String option) {
        String word = next();
        return switch (word) {
            case "on" -> true;
            case "off" -> false;
            default -> throw notOnOff(option, word);
        };
    }

    // ---- failures, in iproute2's words

    /// A word is missing at the end (iproute2: `incomplete_command`).
    public static CommandFailure incomplete() {
        return CommandFailure.exit(255, "Command line is not complete. Try option \"help\"\n");
    }

    /// A value cannot be read (iproute2: `invarg`); `why` may end with a line end of its own, as some of iproute2's
    /// do.
    public static CommandFailure invalid(String why, String word) {
        return CommandFailure.exit(255, "Error: argument \"" + word + "\" is wrong: " + why + "\n");
    }

    /// An option must be given (iproute2: `missarg`).
    public static CommandFailure missing(String key) {
        return CommandFailure.exit(255, "Error: argument \"" + key + "\" is required\n");
    }

    /// An option stands twice (iproute2: `duparg`).
    public static CommandFailure duplicate(String key, String word) {
        return CommandFailure.exit(255, "Error: duplicate \"" + key + "\": \"" + word + "\" is the second value.\n");
    }

    /// A word that can only be a second value of `key`, or nonsense (iproute2: `duparg2`).
    public static CommandFailure duplicateOrGarbage(String key, String word) {
        return CommandFailure.exit(
                255, "Error: either \"" + key + "\" is duplicate, or \"" + word + "\" is a garbage.\n");
    }

    /// A switch is neither on nor off (iproute2: `parse_on_off`, whose callers return).
    public static CommandFailure notOnOff(String option, String word) {
        return CommandFailure.failed(
                1, "Error: argument of \"" + option + "\" must be \"on\" or \"off\", not \"" + word + "\"\n");
    }
}
