package dev.weft.net.ping;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.BitSet;
import java.util.Locale;

/// What a ping has counted and measured, and how iputils tells it. Times are in microseconds, as there.
final class PingStatistics {
    private long transmitted;
    private long received;
    private long duplicates;
    private long corrupted;
    private long errors;
    private int pipe;
    private long sum;
    private double squares;
    private long least = Long.MAX_VALUE;
    private long most;
    private long eighths;
    private final BitSet answered = new BitSet();
    private final boolean timed;

    /// @param timed do the packets have room for the time of their sending?
    PingStatistics(boolean timed) {
        this.timed = timed;
    }

    void sent() {
        transmitted++;
        answered.clear((int) (transmitted & 0xffff));
    }

    /// What was sent last did not leave.
    void unsent() {
        transmitted--;
    }

    void error() {
        errors++;
    }

    void corrupted() {
        corrupted++;
    }

    /// @return is it the first answer to that packet?
    boolean answered(int sequence, long micros) {
        boolean first = !answered.get(sequence);
        if (first) {
            answered.set(sequence);
            received++;
        } else {
            duplicates++;
        }
        if (timed) {
            sum += micros;
            squares += (double) micros * micros;
            least = Math.min(least, micros);
            most = Math.max(most, micros);
            eighths = eighths == 0 ? micros * 8 : eighths + micros - eighths / 8;
        }
        return first;
    }

    boolean isAnswered(int sequence) {
        return answered.get(sequence);
    }

    /// Notes how many packets are on the way beyond the one that was answered last.
    void outstanding(int packets) {
        pipe = Math.max(pipe, packets);
    }

    long transmitted() {
        return transmitted;
    }

    long received() {
        return received;
    }

    long errors() {
        return errors;
    }

    long mostMicros() {
        return most;
    }

    long smoothedMicros() {
        return eighths / 8;
    }

    /// The report at the end.
    ///
    /// @param elapsedNanos from the first packet sent to the last event
    /// @param tellsGap was there no fixed interval (`-f`, `-A`, `-i 0`)?
    String report(String host, long elapsedNanos, boolean tellsGap) {
        StringBuilder out = new StringBuilder("\n--- " + host + " ping statistics ---\n");
        out.append(transmitted)
                .append(" packets transmitted, ")
                .append(received)
                .append(" received");
        count(out, duplicates, "duplicates");
        count(out, corrupted, "corrupted");
        count(out, errors, "errors");
        if (transmitted > 0) {
            out.append(", ")
                    .append(percent((transmitted - received) * 100.0 / transmitted))
                    .append("% packet loss");
            out.append(", time ").append((elapsedNanos + 500_000) / 1_000_000).append("ms");
        }
        out.append('\n');
        String comma = "";
        if (received > 0 && timed) {
            long total = received + duplicates;
            long mean = sum / total;
            long deviation = (long) Math.sqrt(Math.max(0, squares / total - (double) mean * mean));
            out.append("rtt min/avg/max/mdev = ")
                    .append(millis(least))
                    .append('/')
                    .append(millis(mean))
                    .append('/')
                    .append(millis(most))
                    .append('/')
                    .append(millis(deviation))
                    .append(" ms");
            comma = ", ";
        }
        if (pipe > 1) {
            out.append(comma).append("pipe ").append(pipe);
            comma = ", ";
        }
        if (received > 0 && tellsGap && transmitted > 1) {
            long gap = elapsedNanos / 1000 / (transmitted - 1);
            out.append(comma)
                    .append("ipg/ewma ")
                    .append(millis(gap))
                    .append('/')
                    .append(millis(smoothedMicros()))
                    .append(" ms");
        }
        return out.append('\n').toString();
    }

    /// The line that SIGQUIT asks for.
    String snapshot() {
        long loss = transmitted == 0 ? 0 : (transmitted - received) * 100 / transmitted;
        String line = "\r" + received + "/" + transmitted + " packets, " + loss + "% loss";
        if (received > 0 && timed) {
            line += ", min/avg/ewma/max = " + millis(least) + "/" + millis(sum / (received + duplicates)) + "/"
                    + millis(smoothedMicros()) + "/" + millis(most) + " ms";
        }
        return line + "\n";
    }

    private static void count(StringBuilder out, long count, String what) {
        if (count > 0) {
            out.append(", +").append(count).append(' ').append(what);
        }
    }

    static String millis(long micros) {
        return String.format(Locale.ROOT, "%d.%03d", micros / 1000, micros % 1000);
    }

    /// C's `%g`: six digits that count, and no zeros at the end.
    static String percent(double value) {
        if (value == Math.rint(value)) {
            return Long.toString((long) value);
        }
        String text = new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
        return text;
    }

    /// The time of one answer: three digits that count from a millisecond on.
    static String roundTrip(long micros) {
        if (micros >= 100_000) {
            return (micros + 500) / 1000 + " ms";
        }
        if (micros >= 10_000) {
            return String.format(Locale.ROOT, "%d.%01d ms", (micros + 50) / 1000, (micros + 50) % 1000 / 100);
        }
        if (micros >= 1000) {
            return String.format(Locale.ROOT, "%d.%02d ms", (micros + 5) / 1000, (micros + 5) % 1000 / 10);
        }
        return String.format(Locale.ROOT, "%d.%03d ms", micros / 1000, micros % 1000);
    }
}
