package dev.weft.app.time;

import dev.weft.core.command.Command;
import dev.weft.core.command.Session;
import dev.weft.core.graph.Worker;
import dev.weft.core.time.Timer;
import dev.weft.net.namespace.Network;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `sleep NUMBER[smhd]...`: ends when so much of the network's time has passed.
public final class SleepCommand implements Command {
    private static final Pattern INTERVAL = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([smhd]?)");
    private static final Map<String, Integer> SECONDS = Map.of("", 1, "s", 1, "m", 60, "h", 3600, "d", 86400);
    private static final BigDecimal FOREVER = BigDecimal.valueOf(Long.MAX_VALUE / 4);

    @Override
    public String name() {
        return "sleep";
    }

    @Override
    public String summary() {
        return "wait for a while";
    }

    @Override
    public void run(Session session, List<String> words) {
        if (words.isEmpty()) {
            refuse(session, "missing operand");
            return;
        }
        BigDecimal nanos = BigDecimal.ZERO;
        for (String word : words) {
            Matcher interval = INTERVAL.matcher(word);
            if (interval.matches()) {
                BigDecimal seconds = new BigDecimal(interval.group(1))
                        .multiply(BigDecimal.valueOf(SECONDS.getOrDefault(interval.group(2), 1)));
                nanos = nanos.add(seconds.movePointRight(9));
            } else if (word.equals("infinity") || word.equals("inf")) {
                nanos = FOREVER;
            } else {
                refuse(session, "invalid time interval ‘" + word + "’");
                return;
            }
        }
        Worker worker = Network.of(session.namespace()).workerOf(session.namespace());
        Timer alarm = Timer.of(() -> session.exit(0));
        session.onExit(() -> worker.timers().cancel(alarm));
        long pause = nanos.min(FOREVER).setScale(0, RoundingMode.CEILING).longValue();
        worker.timers().set(alarm, worker.clock().nanos() + pause);
    }

    private static void refuse(Session session, String why) {
        session.err("sleep: " + why + "\nTry 'sleep --help' for more information.\n");
        session.exit(1);
    }
}
