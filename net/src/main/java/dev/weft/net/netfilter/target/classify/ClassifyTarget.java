package dev.weft.net.netfilter.target.classify;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `-j CLASSIFY`: sets the packet's priority, which names a class of traffic control (kernel: `classify_tg`).
///
/// @param priority the class: its major number in the upper half, its minor in the lower
public record ClassifyTarget(int priority) implements Target {
    public static final TargetType TYPE = new Type();

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        packet.priority(priority);
        return Verdict.CONTINUE;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(String.format(" --set-class %04x:%04x", priority >>> 16, priority & 0xffff));
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(String.format(" CLASSIFY set %x:%x", priority >>> 16, priority & 0xffff));
    }

    /// The target `CLASSIFY` and its option.
    private static final class Type extends TargetType {
        Type() {
            super("CLASSIFY", List.of(Option.with("set-class").mandatory()));
        }

        @Override
        public String help() {
            return """
                CLASSIFY target options:
                --set-class MAJOR:MINOR    Set skb->priority value (always hexadecimal!)
                """;
        }

        @Override
        public Set<Hook> hooks() {
            return EnumSet.of(Hook.LOCAL_OUT, Hook.FORWARD, Hook.POST_ROUTING);
        }

        @Override
        public Builder<Target> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Target> {
        /// As sscanf(3) reads `%x:%x`: what follows is not looked at.
        private static final Pattern CLASS = Pattern.compile("(?:0[xX])?(\\p{XDigit}+):(?:0[xX])?(\\p{XDigit}+).*");

        private int priority;

        @Override
        public void option(Option option, OptionInput input) {
            Matcher matcher = CLASS.matcher(input.argument());
            if (!matcher.matches()) {
                throw XtablesError.parameter("Bad class value \"" + input.argument() + "\"");
            }
            priority = lowerHalf(matcher.group(1)) << 16 | lowerHalf(matcher.group(2));
        }

        private static int lowerHalf(String hex) {
            return Integer.parseInt(hex.substring(Math.max(0, hex.length() - 4)), 16);
        }

        @Override
        public Target build() {
            return new ClassifyTarget(priority);
        }
    }
}
