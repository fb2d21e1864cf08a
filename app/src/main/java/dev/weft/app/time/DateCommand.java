package dev.weft.app.time;

import dev.weft.core.command.Command;
import dev.weft.core.command.Session;
import dev.weft.net.namespace.Network;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// `date` by the network's clock: the machine's own `date` formats, and is told which moment is meant.
public final class DateCommand implements Command {
    private static final String REAL = "/run/weft/lib/date";
    private static final Pattern RELATIVE = Pattern.compile(
            "(?i)\\s*(now|today|tomorrow|yesterday|next|last|[-+]?\\s*\\d+\\s*(sec|min|hour|day|week|fortnight|month|year)).*");
    private static final DateTimeFormatter ABSOLUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.nnnnnnnnn 'UTC'").withZone(ZoneOffset.UTC);

    @Override
    public String name() {
        return "date";
    }

    @Override
    public String summary() {
        return "tell the time";
    }

    @Override
    public void run(Session session, List<String> words) {
        long nanos = Network.of(session.namespace()).clock().epochNanos();
        String now = ABSOLUTE.format(Instant.ofEpochSecond(0, nanos));
        session.execute(session.namespace(), line(words, now));
    }

    /// What the real `date` is to be called with at this moment.
    static List<String> line(List<String> words, String now) {
        List<String> line = new ArrayList<>(List.of(REAL));
        boolean told = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if ((word.equals("-d") || word.equals("--date")) && i + 1 < words.size()) {
                line.add("--date=" + moment(words.get(++i), now));
                told = true;
            } else if (word.startsWith("--date=")) {
                line.add("--date=" + moment(word.substring("--date=".length()), now));
                told = true;
            } else if (word.startsWith("-d")) {
                line.add("--date=" + moment(word.substring(2), now));
                told = true;
            } else {
                told |= word.matches("-[rfs].*|--(reference|file|set|help|version).*");
                line.add(word);
            }
        }
        if (!told) {
            line.add(1, "--date=" + now);
        }
        return line;
    }

    private static String moment(String text, String now) {
        return RELATIVE.matcher(text).matches() ? now + " " + text : text;
    }
}
