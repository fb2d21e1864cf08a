package dev.weft.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is expected here was seen with glibc's getopt_long, in arp(8).
class GetOptTest {
    private static final List<GetOpt.Long> LONG = List.of(
            GetOpt.Long.flag("verbose", 'v'),
            GetOpt.Long.flag("version", 'V'),
            GetOpt.Long.flag("numeric", 'n'),
            GetOpt.Long.with("device", 'i'),
            new GetOpt.Long("color", GetOpt.Argument.OPTIONAL, 'c'));

    @ParameterizedTest
    @CsvSource({
        "-nv a -i eth0 b,n v i=eth0 | a b",
        "-ieth0 -ni eth1,i=eth0 n i=eth1 |",
        "-n -- -v,n | -v",
        "- -n,n | -",
        "--numeric --device=eth0 --dev eth1 x,n i=eth0 i=eth1 | x",
        "--color --color=auto -cnever -c never,c c=auto c=never c | never",
        "--verb,v |",
        "--device=,i= |"
    })
    void readsOptionsAndOperands(String line, String expected) {
        assertThat(read("vVni:c::", line)).isEqualTo(expected.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "-x|arp: invalid option -- 'x'",
                "-nx|arp: invalid option -- 'x'",
                "-:|arp: invalid option -- ':'",
                "-i|arp: option requires an argument -- 'i'",
                "--foo|arp: unrecognized option '--foo'",
                "--foo=3|arp: unrecognized option '--foo=3'",
                "--ver|arp: option '--ver' is ambiguous; possibilities: '--verbose' '--version'",
                "--numeric=3|arp: option '--numeric' doesn't allow an argument",
                "--dev|arp: option '--device' requires an argument"
            })
    void complainsInGlibcsWords(String line, String error) {
        GetOpt options = new GetOpt("arp", "vVni:c::", LONG, List.of(line.split(" ")));
        int option = options.next();
        while (option != GetOpt.WRONG && option != GetOpt.END) {
            option = options.next();
        }

        assertThat(options.error()).isEqualTo(error + "\n");
    }

    @Test
    void aPlusEndsTheOptionsAtTheFirstOperand() {
        assertThat(read("+nv", "-n show -v")).isEqualTo("n | show -v");
    }

    private static String read(String shortOptions, String line) {
        GetOpt options = new GetOpt("arp", shortOptions, LONG, List.of(line.split(" ")));
        List<String> seen = new ArrayList<>();
        for (int option = options.next(); option != GetOpt.END; option = options.next()) {
            seen.add((char) option + (options.hasArgument() ? "=" + options.argument() : ""));
        }
        return (String.join(" ", seen) + " | " + String.join(" ", options.operands())).strip();
    }
}
