package dev.weft.app.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The masks hide what they list and nothing else: every other character of every transcript, changed alone, is a
/// difference.
class AnyOtherChangeFailsTest {
    @TestFactory
    Stream<DynamicTest> aChangedCharacterIsADifference() {
        return OracleScript.all().stream()
                .map(script -> DynamicTest.dynamicTest(
                        script.name(), () -> assertThat(unnoticed(script)).isEmpty()));
    }

    /// The changes of one character that the comparison would not see.
    private static List<String> unnoticed(OracleScript script) {
        var unnoticed = new ArrayList<String>();
        var normaliser = new Normaliser(script.text());
        for (String line : script.expected().lines().toList()) {
            var before = normaliser.copy();
            String expected = normaliser.line(line);
            if (expected.isEmpty()) {
                continue;
            }
            boolean[] masked = masked(before, line);
            for (int i = 0; i < line.length(); i++) {
                if (!masked[i]) {
                    for (String changed : changes(line, i)) {
                        if (before.copy().line(changed).equals(expected)) {
                            unnoticed.add(line + " => " + changed);
                        }
                    }
                }
            }
        }
        return unnoticed;
    }

    private static boolean[] masked(Normaliser normaliser, String line) {
        boolean[] masked = new boolean[line.length()];
        if (!line.startsWith("$ ")) {
            for (Normaliser.Field field : normaliser.fields(line)) {
                for (int i = field.start(); i < field.end(); i++) {
                    masked[i] = true;
                }
            }
        }
        return masked;
    }

    /// The line with another character of the same sort at this place, and if it is a digit, with one more or less.
    private static List<String> changes(String line, int at) {
        String head = line.substring(0, at);
        String tail = line.substring(at + 1);
        char character = line.charAt(at);
        String other = head + next(character) + tail;
        return Character.isDigit(character)
                ? List.of(other, head + character + character + tail, head + tail)
                : List.of(other);
    }

    private static char next(char character) {
        return switch (character) {
            case '9' -> '0';
            case 'f' -> 'a';
            case 'z' -> 'a';
            case 'Z' -> 'A';
            case ' ' -> '_';
            default -> (char) (character + 1);
        };
    }
}
