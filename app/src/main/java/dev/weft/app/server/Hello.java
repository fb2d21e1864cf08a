package dev.weft.app.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a client introduces itself.
///
/// @param program the name that it was called by
/// @param sandbox which run it belongs to; empty outside of one
/// @param pid its process id as it sees it
/// @param inode of its network namespace
/// @param descriptors which of 0 to 2 it has open and sends along
/// @param isTerminal is its standard output one?
/// @param ignoredSignals numbers of the signals that it was told to ignore
/// @param namesState what the client's `/run/netns` looked like, to tell whether somebody else has changed it
record Hello(
        String program,
        String sandbox,
        long pid,
        long inode,
        String directory,
        List<Integer> descriptors,
        boolean isTerminal,
        List<Integer> ignoredSignals,
        String namesState,
        Map<String, String> environment,
        List<String> words) {
    private static final int ENVIRONMENT = 10;

    static Hello of(Message message) {
        List<String> fields = message.words();
        Map<String, String> environment = new HashMap<>();
        int arguments = ENVIRONMENT + Integer.parseInt(fields.get(ENVIRONMENT - 1));
        for (String variable : fields.subList(ENVIRONMENT, arguments)) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return new Hello(
                fields.get(0),
                fields.get(1),
                Long.parseLong(fields.get(2)),
                Long.parseLong(fields.get(3)),
                fields.get(4),
                numbers(fields.get(5)),
                fields.get(6).equals("1"),
                numbers(fields.get(7)),
                fields.get(8),
                Map.copyOf(environment),
                List.copyOf(fields.subList(arguments, fields.size())));
    }

    private static List<Integer> numbers(String commaSeparated) {
        List<Integer> numbers = new ArrayList<>();
        for (String number : commaSeparated.split(",")) {
            if (!number.isEmpty()) {
                numbers.add(Integer.parseInt(number));
            }
        }
        return List.copyOf(numbers);
    }
}
