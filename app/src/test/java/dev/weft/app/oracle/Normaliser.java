package dev.weft.app.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rewrites a transcript so that two runs of the same script can be compared character by character: only what
/// [Masks] lists is hidden, and never a value that the script itself gives.
final class Normaliser {
    /// Multicast, none, and 02:00:00:…, which is how the scripts number their devices, often in a loop.
    private static final Pattern WELL_KNOWN =
            Pattern.compile("(?:00:){5}00|(?:ff:){5}ff|01:00:5e:.*|01:80:c2:.*|33:33:.*|02:00:00:.*|0{12}|020000.{6}");

    private final String script;
    private final Map<String, String> numbers;

    Normaliser(String script) {
        this(script, new HashMap<>());
    }

    private Normaliser(String script, Map<String, String> numbers) {
        this.script = script.toLowerCase();
        this.numbers = numbers;
    }

    /// All lines of the transcript, masked.
    static List<String> normalise(String script, String transcript) {
        var normaliser = new Normaliser(script);
        return transcript
                .lines()
                .map(normaliser::line)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /// A normaliser that has seen what this one has, and goes its own way from here.
    Normaliser copy() {
        return new Normaliser(script, new HashMap<>(numbers));
    }

    /// The line with its masked fields replaced and an end mark that shows trailing blanks, or nothing if it is left
    /// out.
    String line(String line) {
        if (line.startsWith("$ ")) {
            return line + "⏎";
        }
        var text = new StringBuilder();
        int end = 0;
        for (Field field : fields(line)) {
            if (field.mask.treatment() == Mask.Treatment.LEFT_OUT) {
                return "";
            }
            text.append(line, end, field.start).append(replacement(field.mask, line.substring(field.start, field.end)));
            end = field.end;
        }
        return text.append(line, end, line.length()).append("⏎").toString();
    }

    /// The fields of a line that are not compared, from left to right.
    List<Field> fields(String line) {
        var fields = new ArrayList<Field>();
        for (Mask mask : Masks.ALL) {
            Matcher matcher = mask.pattern().matcher(line);
            while (matcher.find()) {
                for (int group = Math.min(1, matcher.groupCount()); group <= matcher.groupCount(); group++) {
                    var field = new Field(mask, matcher.start(group), matcher.end(group));
                    if (fields.stream().noneMatch(field::overlaps) && !isGiven(mask, matcher.group(group))) {
                        fields.add(field);
                    }
                }
            }
        }
        fields.sort(Comparator.comparingInt(Field::start));
        return fields;
    }

    private boolean isGiven(Mask mask, String value) {
        return switch (mask.name()) {
            case "mac" ->
                WELL_KNOWN.matcher(value).matches() || script.contains(value) || script.contains(withColons(value));
            case "echo-id" -> script.contains("-e " + value + " ");
            default -> false;
        };
    }

    private String replacement(Mask mask, String value) {
        if (mask.treatment() == Mask.Treatment.BLANKED) {
            return "<" + mask.name() + ">";
        }
        String key = mask.name() + " " + (mask.name().equals("mac") ? withColons(value) : value);
        return numbers.computeIfAbsent(key, _ -> "<" + mask.name() + " " + count(mask.name()) + ">");
    }

    private long count(String name) {
        return numbers.keySet().stream()
                        .filter(key -> key.startsWith(name + " "))
                        .count()
                + 1;
    }

    private static String withColons(String mac) {
        return mac.length() == 12 ? String.join(":", mac.split("(?<=\\G..)")) : mac;
    }

    /// A masked stretch of a line.
    record Field(Mask mask, int start, int end) {
        boolean overlaps(Field other) {
            return start < other.end && other.start < end;
        }
    }
}
