package dev.weft.net.netfilter.match.u32;

import dev.weft.core.packet.Packet;
import java.util.List;

/// One comparison: where a number is, what is done with it, and what it may be (kernel: `struct xt_u32_test`).
final class U32Test {
    /// What is done with the number so far and the next operand (the first has none in front).
    enum Operator {
        START(""),
        AND("&"),
        LEFT("<<"),
        RIGHT(">>"),
        /// Moves on by it and reads again.
        AT("@");

        private final String text;

        Operator(String text) {
            this.text = text;
        }
    }

    /// An operator and its operand.
    record Step(Operator operator, long number) {}

    /// From the least to the greatest.
    record Range(long min, long max) {}

    private final List<Step> steps;
    private final List<Range> ranges;

    U32Test(List<Step> steps, List<Range> ranges) {
        this.steps = List.copyOf(steps);
        this.ranges = List.copyOf(ranges);
    }

    boolean matches(Packet packet) {
        long at = 0;
        long value = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            switch (step.operator) {
                case AND -> value &= step.number;
                case LEFT -> value = value << (step.number & 31) & 0xffff_ffffL;
                case RIGHT -> value >>>= step.number & 31;
                case START, AT -> {
                    at += value;
                    long place = at + step.number;
                    if (place + 4 > packet.length()) {
                        return false;
                    }
                    value = packet.u32((int) place);
                }
            }
        }
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            if (value >= range.min && value <= range.max) {
                return true;
            }
        }
        return false;
    }

    void append(StringBuilder to) {
        for (Step step : steps) {
            to.append(step.operator.text).append(hex(step.number));
        }
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            to.append(i == 0 ? "=" : ",").append(hex(range.min));
            if (range.min != range.max) {
                to.append(':').append(hex(range.max));
            }
        }
    }

    private static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }
}
