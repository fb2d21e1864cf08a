package dev.weft.net.netfilter.target.nfqueue;

import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;
import java.util.OptionalLong;

/// The target `NFQUEUE` and its options.
final class NfqueueType extends TargetType {
    NfqueueType() {
        super(
                "NFQUEUE",
                List.of(
                        Option.with("queue-num").excludes("queue-balance"),
                        Option.with("queue-balance").excludes("queue-num"),
                        Option.flag("queue-bypass"),
                        Option.flag("queue-cpu-fanout").requires("queue-balance")));
    }

    @Override
    public String help() {
        return """
            NFQUEUE target options
              --queue-num value            Send packet to QUEUE number <value>.
                                           Valid queue numbers are 0-65535
              --queue-balance first:last   Balance flows between queues <value> to <value>.
              --queue-bypass               Bypass Queueing if no queue instance exists.
              --queue-cpu-fanout	Use current CPU (no hashing)
            """;
    }

    @Override
    public Builder<Target> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Target> {
        private static final int LAST = 0xffff;

        private int first;
        private int count = 1;
        private boolean bypass;
        private boolean fanout;

        @Override
        public void option(Option option, OptionInput input) {
            switch (option.id()) {
                case "queue-num" -> first = (int) OptionValues.uint("NFQUEUE", option, input.argument(), 0, LAST);
                case "queue-balance" -> balance(input.argument());
                case "queue-bypass" -> bypass = true;
                default -> fanout = true;
            }
        }

        private void balance(String text) {
            int[] range = new int[2];
            int given = 0;
            String rest = text;
            while (true) {
                if (given == 2) {
                    throw wrong("Too many components for option \"--queue-balance\" (max: 2)\n");
                }
                int digits = OptionValues.digits(rest);
                range[given] = value(rest, digits, given);
                given++;
                if (digits == rest.length()) {
                    break;
                }
                if (rest.charAt(digits) != ':') {
                    throw wrong("Argument to \"--queue-balance\" has unexpected characters near \""
                            + rest.substring(digits) + "\".\n");
                }
                rest = rest.substring(digits + 1);
            }
            if (given < 2) {
                throw XtablesError.parameter("Bad range \"" + text + "\"");
            }
            if (range[0] >= range[1]) {
                throw XtablesError.parameter(range[0] + " should be less than " + range[1]);
            }
            first = range[0];
            count = range[1] - range[0] + 1;
        }

        /// An end that is left out is the least or the greatest number.
        private static int value(String rest, int digits, int index) {
            if (rest.isEmpty() || rest.charAt(0) == ':') {
                return index == 0 ? 0 : LAST;
            }
            OptionalLong value = OptionValues.number(rest.substring(0, digits));
            if (value.isEmpty() || value.getAsLong() > LAST) {
                throw wrong(
                        "bad value for option \"--queue-balance\" near \"" + rest + "\", or out of range (0-65535).\n");
            }
            return (int) value.getAsLong();
        }

        private static XtablesError wrong(String what) {
            return XtablesError.parameter("NFQUEUE: " + what);
        }

        @Override
        public Target build() {
            return new NfqueueTarget(first, count, bypass, fanout);
        }
    }
}
