package dev.weft.net.arping;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.GetOpt;
import dev.weft.core.wire.Ip4Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The options of one arping.
final class ArpingOptions {
    long count;
    long timeoutSeconds;
    long intervalSeconds = 1;
    boolean quitOnReply;
    boolean quiet;
    boolean broadcastOnly;
    boolean duplicateDetection;
    boolean unsolicited;
    boolean answers;
    boolean version;

    @Nullable
    String device;

    int source;
    String target = "";

    private ArpingOptions() {}

    /// @throws CommandFailure in arping's own words
    static ArpingOptions read(String program, List<String> words) {
        ArpingOptions options = new ArpingOptions();
        GetOpt reader = new GetOpt(program, "h?bfDUAqc:w:i:s:I:V", List.of(), words);
        for (int letter = reader.next(); letter != GetOpt.END; letter = reader.next()) {
            options.take(program, letter, reader);
        }
        if (options.version) {
            return options;
        }
        if (reader.operands().size() != 1) {
            throw CommandFailure.exit(2, ArpingUsage.TEXT);
        }
        options.target = reader.operands().getFirst();
        return options;
    }

    private void take(String program, int letter, GetOpt reader) {
        switch (letter) {
            case 'b' -> broadcastOnly = true;
            case 'f' -> quitOnReply = true;
            case 'q' -> quiet = true;
            case 'D' -> {
                duplicateDetection = true;
                quitOnReply = true;
            }
            case 'U' -> unsolicited = true;
            case 'A' -> {
                answers = true;
                unsolicited = true;
            }
            case 'V' -> version = true;
            case 'c' -> count = number(program, reader.argument(), 1);
            case 'w' -> timeoutSeconds = number(program, reader.argument(), 0);
            case 'i' -> intervalSeconds = number(program, reader.argument(), 0);
            case 'I' -> device = reader.argument();
            case 's' -> source = source(program, reader.argument());
            default -> throw CommandFailure.exit(2, reader.error() + ArpingUsage.TEXT);
        }
    }

    private static int source(String program, String text) {
        return Ip4Address.parseLoosely(text)
                .orElseThrow(() -> CommandFailure.exit(2, program + ": invalid source " + text + "\n"))
                .bits();
    }

    private static long number(String program, String text, long least) {
        long value;
        try {
            value = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw CommandFailure.exit(1, program + ": invalid argument: '" + text + "'\n");
        }
        if (value < least || value > Integer.MAX_VALUE) {
            throw CommandFailure.exit(
                    1,
                    program + ": invalid argument: '" + text + "': out of range: " + least + " <= value <= "
                            + Integer.MAX_VALUE + "\n");
        }
        return value;
    }
}
