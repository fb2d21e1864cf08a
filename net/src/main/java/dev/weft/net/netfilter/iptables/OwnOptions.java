package dev.weft.net.netfilter.iptables;

import dev.weft.net.netfilter.table.Option.Argument;
import java.util.List;

/// The options of iptables itself (iptables(8)).
final class OwnOptions {
    static final String LETTERS = "A:C:D:R:I:L::S::M:F::Z::N:X::E:P:Vh::o:p:s:d:j:i:fvw::W::nt:m:xc:g:46";

    static final List<OptionScanner.Long> LONG = List.of(
            with("append", 'A'),
            with("delete", 'D'),
            with("check", 'C'),
            with("insert", 'I'),
            with("replace", 'R'),
            optional("list", 'L'),
            optional("list-rules", 'S'),
            optional("flush", 'F'),
            optional("zero", 'Z'),
            with("new-chain", 'N'),
            optional("delete-chain", 'X'),
            with("rename-chain", 'E'),
            with("policy", 'P'),
            with("source", 's'),
            with("destination", 'd'),
            with("src", 's'), // synonym
            with("dst", 'd'), // synonym
            with("protocol", 'p'),
            with("in-interface", 'i'),
            with("jump", 'j'),
            with("table", 't'),
            with("match", 'm'),
            flag("numeric", 'n'),
            with("out-interface", 'o'),
            flag("verbose", 'v'),
            optional("wait", 'w'),
            optional("wait-interval", 'W'),
            flag("exact", 'x'),
            flag("fragments", 'f'),
            flag("version", 'V'),
            optional("help", 'h'),
            flag("line-numbers", '0'),
            with("modprobe", 'M'),
            with("set-counters", 'c'),
            with("goto", 'g'),
            flag("ipv4", '4'),
            flag("ipv6", '6'));

    private OwnOptions() {}

    private static OptionScanner.Long flag(String name, char letter) {
        return new OptionScanner.Long(name, Argument.NONE, letter);
    }

    private static OptionScanner.Long with(String name, char letter) {
        return new OptionScanner.Long(name, Argument.REQUIRED, letter);
    }

    private static OptionScanner.Long optional(String name, char letter) {
        return new OptionScanner.Long(name, Argument.OPTIONAL, letter);
    }
}
