package dev.weft.net.netfilter.target.hmark;

import dev.weft.core.wire.Ip4Address;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// The target `HMARK` and its options.
final class HmarkType extends TargetType {
    private static final String PREFIX = "hmark-";
    private static final long WORD = 0xffff_ffffL;

    /// What the words of `--hmark-tuple` stand for.
    private static final Map<String, Map.Entry<String, Integer>> TUPLE = Map.of(
            "ct", Map.entry("ct", 1),
            "src", Map.entry("src-prefix", 32),
            "dst", Map.entry("dst-prefix", 32),
            "sport", Map.entry("sport-mask", 0xffff),
            "dport", Map.entry("dport-mask", 0xffff),
            "spi", Map.entry("spi-mask", -1),
            "proto", Map.entry("proto-mask", 0xffff));

    HmarkType() {
        super(
                "HMARK",
                Stream.of(
                                "tuple",
                                "src-prefix",
                                "dst-prefix",
                                "sport-mask",
                                "dport-mask",
                                "spi-mask",
                                "sport",
                                "dport",
                                "spi",
                                "proto-mask",
                                "rnd",
                                "mod",
                                "offset")
                        .map(name -> Option.with(PREFIX + name))
                        .toList());
    }

    @Override
    public String help() {
        return """
            HMARK target options, i.e. modify hash calculation by:
              --hmark-tuple [src|dst|sport|dport|spi|proto|ct][,...]
              --hmark-mod value		    nfmark modulus value
              --hmark-offset value		    Last action add value to nfmark

              --hmark-rnd			    Random see for hashing
             Alternatively, fine tuning of what will be included in hash calculation
              --hmark-src-prefix length	    Source address mask CIDR prefix
              --hmark-dst-prefix length	    Dest address mask CIDR prefix
              --hmark-sport-mask value	    Mask src port with value
              --hmark-dport-mask value	    Mask dst port with value
              --hmark-spi-mask value	    For esp and ah AND spi with value
              --hmark-sport value		    OR src port with value
              --hmark-dport value		    OR dst port with value
              --hmark-spi value		    For esp and ah OR spi with value
              --hmark-proto-mask value	    Mask Protocol with value
            """;
    }

    @Override
    public Set<HookFamily> families() {
        return EnumSet.of(HookFamily.IPV4);
    }

    @Override
    public Builder<Target> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Target> {
        private final Map<String, Integer> given = new HashMap<>();
        private final Set<String> ofTuple = new HashSet<>();

        @Override
        public void option(Option option, OptionInput input) {
            String name = option.id().substring(PREFIX.length());
            String text = input.argument();
            if (ofTuple.contains(name)) {
                throw XtablesError.parameter("HMARK: option \"--" + option.name() + "\" can only be used once.\n");
            }
            switch (name) {
                case "tuple" -> tuple(text);
                case "src-prefix", "dst-prefix" -> given.put(name, prefix(option, text));
                case "mod" -> given.put(name, number(option, text, 1, WORD));
                case "rnd", "offset", "spi", "spi-mask" -> given.put(name, number(option, text, 0, WORD));
                default -> given.put(name, number(option, text, 0, 0xffff));
            }
        }

        private static int number(Option option, String text, long min, long max) {
            return (int) OptionValues.uint("HMARK", option, text, min, max);
        }

        private void tuple(String text) {
            String[] words = text.split(",", -1);
            for (int i = 0; i < words.length; i++) {
                Map.Entry<String, Integer> meaning = TUPLE.get(words[i]);
                if (meaning == null && i == words.length - 1 && words[i].isEmpty()) {
                    throw XtablesError.parameter("\"--hmark-tuple\" requires a list of types with no spaces,"
                            + " e.g. src,dst,sport,dport,proto");
                }
                if (meaning == null) {
                    throw XtablesError.parameter("Bad type \"" + words[i] + "\"");
                }
                given.put(meaning.getKey(), meaning.getValue());
                ofTuple.add(meaning.getKey());
            }
        }

        /// A length or a mask; what is too long for the family, or no prefix, is the whole address.
        private static int prefix(Option option, String text) {
            OptionalLong length = OptionValues.number(text);
            if (length.isPresent()) {
                return (int) Math.min(length.getAsLong(), 32);
            }
            int mask = Ip4Address.parse(text)
                    .orElseThrow(() -> XtablesError.parameter("HMARK: bad value for option \"--" + option.name()
                            + "\", neither a valid network mask nor valid CIDR (0-32).\n"))
                    .bits();
            int bits = Integer.bitCount(mask);
            return Ip4Address.mask(bits) == mask ? bits : 32;
        }

        @Override
        public Target build() {
            if (!given.containsKey("mod")) {
                throw XtablesError.parameter("--hmark-mod is mandatory");
            }
            if (!given.containsKey("rnd")) {
                throw XtablesError.parameter("--hmark-rnd is mandatory");
            }
            if (given.containsKey("spi-mask") && (given.containsKey("sport-mask") || given.containsKey("dport-mask"))) {
                throw XtablesError.parameter("you cannot use --hmark-spi-mask and --hmark-?port-mask,at the same time");
            }
            Set<String> flow = new HashSet<>(given.keySet());
            flow.removeAll(Set.of("mod", "rnd", "offset"));
            if (flow.isEmpty()) {
                throw XtablesError.parameter("you have to specify --hmark-tuple at least");
            }
            return new HmarkTarget(new HmarkOptions(given));
        }
    }
}
