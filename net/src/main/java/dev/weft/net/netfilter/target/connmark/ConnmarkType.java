package dev.weft.net.netfilter.target.connmark;

import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.XtablesError;
import dev.weft.net.netfilter.target.connmark.ConnmarkTarget.Mode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The target CONNMARK and its options (iptables: libxt_CONNMARK.c, revision 2).
final class ConnmarkType extends TargetType {
    private static final List<String> OPERATIONS =
            List.of("set-xmark", "set-mark", "and-mark", "or-mark", "xor-mark", "save-mark", "restore-mark");

    ConnmarkType() {
        super("CONNMARK", all());
    }

    private static List<Option> all() {
        List<Option> options = new ArrayList<>();
        for (String name : OPERATIONS) {
            boolean copies = name.startsWith("save") || name.startsWith("restore");
            String[] others = OPERATIONS.stream().filter(o -> !o.equals(name)).toArray(String[]::new);
            options.add((copies ? Option.flag(name) : Option.with(name)).excludes(others));
        }
        options.add(Option.with("left-shift-mark").excludes("right-shift-mark"));
        options.add(Option.with("right-shift-mark").excludes("left-shift-mark"));
        options.add(Option.with("ctmask").excludes("mask"));
        options.add(Option.with("nfmask").excludes("mask"));
        options.add(Option.with("mask").excludes("ctmask", "nfmask"));
        return options;
    }

    @Override
    public String help() {
        return """
            CONNMARK target options:
              --set-xmark value[/ctmask]    Zero mask bits and XOR ctmark with value
              --save-mark [--ctmask mask] [--nfmask mask]
                                            Copy ctmark to nfmark using masks
              --restore-mark [--ctmask mask] [--nfmask mask]
                                            Copy nfmark to ctmark using masks
              --set-mark value[/mask]       Set conntrack mark value
              --save-mark [--mask mask]     Save the packet nfmark in the connection
              --restore-mark [--mask mask]  Restore saved nfmark value
              --and-mark value              Binary AND the ctmark with bits
              --or-mark value               Binary OR  the ctmark with bits
              --xor-mark value              Binary XOR the ctmark with bits
              --left-shift-mark value       Left shift the ctmark with bits
              --right-shift-mark value      Right shift the ctmark with bits
            """;
    }

    @Override
    public Builder<Target> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Target> {
        private @Nullable Mode mode;
        private int mark;
        private int connectionMask = -1;
        private int packetMask = -1;
        private int shift;

        @Override
        public void option(Option option, OptionInput input) {
            String text = input.argument();
            switch (option.id()) {
                case "set-xmark" -> {
                    OptionValues.Masked given = OptionValues.mark("CONNMARK", option, text);
                    set(given.value(), given.mask());
                }
                case "set-mark" -> {
                    OptionValues.Masked given = OptionValues.mark("CONNMARK", option, text);
                    set(given.value(), given.value() | given.mask());
                }
                case "and-mark" -> set(0, ~bits(option, text));
                case "or-mark" -> set(bits(option, text), bits(option, text));
                case "xor-mark" -> set(bits(option, text), 0);
                case "save-mark" -> mode = Mode.SAVE;
                case "restore-mark" -> mode = Mode.RESTORE;
                case "left-shift-mark" -> shift = (int) OptionValues.uint("CONNMARK", option, text, 0, 32);
                case "right-shift-mark" -> shift = -(int) OptionValues.uint("CONNMARK", option, text, 0, 32);
                case "ctmask" -> connectionMask = bits(option, text);
                case "nfmask" -> packetMask = bits(option, text);
                default -> {
                    connectionMask = bits(option, text);
                    packetMask = connectionMask;
                }
            }
        }

        private void set(int value, int mask) {
            mode = Mode.SET;
            mark = value;
            connectionMask = mask;
        }

        private static int bits(Option option, String text) {
            return (int) OptionValues.uint("CONNMARK", option, text, 0, 0xffff_ffffL);
        }

        @Override
        public Target build() {
            Mode chosen = mode;
            if (chosen == null) {
                throw XtablesError.parameter("CONNMARK target: No operation specified\n");
            }
            return new ConnmarkTarget(chosen, mark, connectionMask, packetMask, shift);
        }
    }
}
