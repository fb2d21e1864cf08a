package dev.weft.net.netfilter.target.log;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.SaveText;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;

/// `-j LOG`: writes the packet's headers into the kernel's log (kernel: `log_tg`).
///
/// @param flags bits as the kernel has them, [LogText]
public record LogTarget(int level, int flags, String prefix) implements Target {
    public static final TargetType TYPE = new Type();

    private static final int WARNING = 4;
    private static final List<String> LEVELS =
            List.of("emerg", "alert", "crit", "err", "warn", "notice", "info", "debug");

    /// The names of the flags that may be asked for, by rising bit; none has the fifth.
    private static final List<String> FLAGS =
            List.of("tcp-sequence", "tcp-options", "ip-options", "uid", "", "macdecode");

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        KernelLog log = KernelLog.of(state.namespace());
        if (log.isOpenTo(state.namespace()) || packet.isTraced()) {
            String line = LogText.of(packet, state, this);
            if (log.isOpenTo(state.namespace())) {
                log.add(level, state.now(), line);
            }
            if (packet.isTraced()) {
                packet.trace(new Logged(line));
            }
        }
        return Verdict.CONTINUE;
    }

    /// Trace line: what was logged.
    public record Logged(String line) {}

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    @Override
    public void save(StringBuilder to) {
        if (!prefix.isEmpty()) {
            to.append(" --log-prefix");
            SaveText.string(to, prefix);
        }
        if (level != WARNING) {
            to.append(" --log-level ").append(level);
        }
        appendFlags(to, " --log-");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" LOG");
        if (numeric) {
            to.append(" flags ").append(flags).append(" level ").append(level);
        } else {
            to.append(" level ").append(LEVELS.get(level));
            appendFlags(to, " ");
        }
        if (!prefix.isEmpty()) {
            to.append(" prefix \"").append(prefix).append('"');
        }
    }

    private void appendFlags(StringBuilder to, String before) {
        for (int bit = 0; bit < FLAGS.size(); bit++) {
            if (has(1 << bit)) {
                to.append(before).append(FLAGS.get(bit));
            }
        }
    }

    /// The target `LOG` and its options.
    private static final class Type extends TargetType {
        Type() {
            super(
                    "LOG",
                    List.of(
                            Option.with("log-level"),
                            Option.with("log-prefix"),
                            Option.flag("log-tcp-sequence"),
                            Option.flag("log-tcp-options"),
                            Option.flag("log-ip-options"),
                            Option.flag("log-uid"),
                            Option.flag("log-macdecode")));
        }

        @Override
        public String help() {
            return """
                LOG target options:
                 --log-level level		Level of logging (numeric or see syslog.conf)
                 --log-prefix prefix		Prefix log messages with this prefix.
                 --log-tcp-sequence		Log TCP sequence numbers.
                 --log-tcp-options		Log TCP options.
                 --log-ip-options		Log IP options.
                 --log-uid			Log UID owning the local socket.
                 --log-macdecode		Decode MAC addresses and protocol.
                """;
        }

        @Override
        public Builder<Target> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Target> {
        /// What is longer is cut.
        private static final int LONGEST_PREFIX = 29;

        private int level = WARNING;
        private int flags;
        private String prefix = "";

        @Override
        public void option(Option option, OptionInput input) {
            switch (option.id()) {
                case "log-level" -> level = OptionValues.syslogLevel(input.argument());
                case "log-prefix" -> prefix = prefix(input.argument());
                default -> flags |= 1 << FLAGS.indexOf(option.id().substring("log-".length()));
            }
        }

        private static String prefix(String text) {
            OptionValues.string(text, 1, Integer.MAX_VALUE);
            if (text.indexOf('\n') >= 0) {
                throw XtablesError.parameter("Newlines not allowed in --log-prefix");
            }
            return text.length() > LONGEST_PREFIX ? text.substring(0, LONGEST_PREFIX) : text;
        }

        @Override
        public Target build() {
            return new LogTarget(level, flags, prefix);
        }
    }
}
