package dev.weft.net.netfilter.target.mark;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `-j MARK`: clears the bits of `mask` in the packet's mark, then flips those of `mark` (kernel: `mark_tg`).
public record MarkTarget(int mark, int mask) implements Target {
    public static final TargetType TYPE = new Type();

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        int before = packet.mark();
        packet.mark(before & ~mask ^ mark);
        if (packet.isTraced()) {
            packet.trace(new Marked(String.format("0x%x", before), String.format("0x%x", packet.mark())));
        }
        return Verdict.CONTINUE;
    }

    /// Trace line: the mark before and after.
    public record Marked(String before, String after) {}

    @Override
    public void save(StringBuilder to) {
        to.append(String.format(" --set-xmark 0x%x/0x%x", mark, mask));
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        if (mark == 0) {
            to.append(String.format(" MARK and 0x%x", ~mask));
        } else if (mark == mask) {
            to.append(String.format(" MARK or 0x%x", mark));
        } else if (mask == 0) {
            to.append(String.format(" MARK xor 0x%x", mark));
        } else if (mask == -1) {
            to.append(String.format(" MARK set 0x%x", mark));
        } else {
            to.append(String.format(" MARK xset 0x%x/0x%x", mark, mask));
        }
    }

    /// The target `MARK` and its options.
    private static final class Type extends TargetType {
        Type() {
            super(
                    "MARK",
                    List.of(
                            only("set-xmark", "set-mark", "and-mark", "or-mark", "xor-mark"),
                            only("set-mark", "set-xmark", "and-mark", "or-mark", "xor-mark"),
                            only("and-mark", "set-xmark", "set-mark", "or-mark", "xor-mark"),
                            only("or-mark", "set-xmark", "set-mark", "and-mark", "xor-mark"),
                            only("xor-mark", "set-xmark", "set-mark", "and-mark", "or-mark")));
        }

        private static Option only(String name, String... others) {
            return Option.with(name).excludes(others);
        }

        @Override
        public String help() {
            return """
                MARK target options:
                  --set-xmark value[/mask]  Clear bits in mask and XOR value into nfmark
                  --set-mark value[/mask]   Clear bits in mask and OR value into nfmark
                  --and-mark bits           Binary AND the nfmark with bits
                  --or-mark bits            Binary OR the nfmark with bits
                  --xor-mark bits           Binary XOR the nfmark with bits
                """;
        }

        @Override
        public Builder<Target> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Target> {
        private @Nullable MarkTarget target;

        @Override
        public void option(Option option, OptionInput input) {
            String text = input.argument();
            target = switch (option.id()) {
                case "set-xmark" -> {
                    OptionValues.Masked given = OptionValues.mark("MARK", option, text);
                    yield new MarkTarget(given.value(), given.mask());
                }
                case "set-mark" -> {
                    OptionValues.Masked given = OptionValues.mark("MARK", option, text);
                    yield new MarkTarget(given.value(), given.value() | given.mask());
                }
                case "and-mark" -> new MarkTarget(0, ~bits(option, text));
                case "or-mark" -> new MarkTarget(bits(option, text), bits(option, text));
                default -> new MarkTarget(bits(option, text), 0);
            };
        }

        private static int bits(Option option, String text) {
            return (int) OptionValues.uint("MARK", option, text, 0, 0xffff_ffffL);
        }

        @Override
        public Target build() {
            MarkTarget built = target;
            if (built == null) {
                throw XtablesError.parameter(
                        "MARK: One of the --set-xmark, --{and,or,xor,set}-mark options is required");
            }
            return built;
        }
    }
}
