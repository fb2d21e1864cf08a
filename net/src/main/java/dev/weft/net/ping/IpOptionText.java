package dev.weft.net.ping;

import java.util.Arrays;
import java.util.function.IntFunction;

/// The IP options of answers in ping's words: recorded routes, each told once, and timestamps (iputils: `pr_options`).
final class IpOptionText {
    private static final int END = 0;
    private static final int NOP = 1;
    private static final int RECORD_ROUTE = 7;
    private static final int TIMESTAMP = 68;
    private static final int FIRST_POINTER = 4;

    private byte[] lastRoute = new byte[0];

    String describe(byte[] options, IntFunction<String> names) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < options.length && options[at] != END) {
            if (options[at] == NOP) {
                out.append("\nNOP");
                at++;
                continue;
            }
            int length = at + 1 < options.length ? options[at + 1] & 0xff : 0;
            if (length < 3 || at + length > options.length) {
                break;
            }
            switch (options[at] & 0xff) {
                case RECORD_ROUTE -> recordRoute(out, options, at, length, names);
                case TIMESTAMP -> timestamps(out, options, at, length, names);
                default -> out.append(String.format("\nunknown option %x", options[at] & 0xff));
            }
            at += length;
        }
        return out.toString();
    }

    private void recordRoute(StringBuilder out, byte[] options, int at, int length, IntFunction<String> names) {
        int end = at + Math.min(length, (options[at + 2] & 0xff) - 1);
        byte[] route = Arrays.copyOfRange(options, at, Math.max(at, end));
        if (Arrays.equals(route, lastRoute)) {
            out.append("\t(same route)");
            return;
        }
        lastRoute = route;
        out.append("\nRR: ");
        for (int i = at + FIRST_POINTER - 1; i + 4 <= end; i += 4) {
            int address = word(options, i);
            out.append('\t')
                    .append(address == 0 ? "0.0.0.0" : names.apply(address))
                    .append('\n');
        }
    }

    private static void timestamps(StringBuilder out, byte[] options, int at, int length, IntFunction<String> names) {
        if (length < 5) {
            return;
        }
        int flag = options[at + 3] & 0xf;
        int end = at + Math.min(length, (options[at + 2] & 0xff) - 1);
        out.append("\nTS: ");
        long previous = -1;
        int step = flag == 0 ? 4 : 8;
        for (int i = at + 4; i + step <= end; i += step) {
            out.append('\t');
            if (flag != 0) {
                out.append(names.apply(word(options, i))).append('\t');
            }
            long time = word(options, i + step - 4) & 0xffff_ffffL;
            out.append(previous < 0 ? time + " absolute" : Long.toString(time - previous))
                    .append('\n');
            previous = time;
        }
        int missed = (options[at + 3] & 0xff) >>> 4;
        if (missed > 0) {
            out.append("Unrecorded hops: ").append(missed).append('\n');
        }
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }
}
