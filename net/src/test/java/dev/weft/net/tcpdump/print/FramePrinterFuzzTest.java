package dev.weft.net.tcpdump.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.capture.DataLink;
import dev.weft.net.tcpdump.filter.ArrayFrame;
import dev.weft.net.tcpdump.filter.FilterException;
import dev.weft.net.tcpdump.filter.FilterExpression;
import dev.weft.net.tcpdump.filter.FilterFrame;
import dev.weft.net.tcpdump.filter.FilterNames;
import dev.weft.net.tcpdump.filter.FilterTarget;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// No packet and no expression makes the printer or the filter throw.
class FramePrinterFuzzTest {
    private static final int ROUNDS = 10_000;
    private static final List<DataLink> LINKS =
            List.of(DataLink.EN10MB, DataLink.RAW, DataLink.NULL, DataLink.LINUX_SLL, DataLink.LINUX_SLL2);

    private static final String[] WORDS = {
        "tcp",
        "udp",
        "ip",
        "ip6",
        "ether",
        "host",
        "net",
        "port",
        "portrange",
        "src",
        "dst",
        "and",
        "or",
        "not",
        "(",
        ")",
        "[",
        "]",
        "+",
        "-",
        "*",
        "/",
        "%",
        "&",
        "|",
        "^",
        "<<",
        ">>",
        "<",
        ">",
        "=",
        "!=",
        "!",
        "0",
        "1",
        "13",
        "0xffffffff",
        "len",
        "10.0.0.1",
        "fe80::1",
        "02:00:00:00:00:01",
        "proto",
        "protochain",
        "vlan",
        "mpls",
        "less",
        "greater",
        "byte",
        "mask",
        "tcpflags",
        "tcp-syn",
        "llc",
        "broadcast",
        "multicast",
        "99999999999",
        ":",
        "::",
        ".",
        "\\",
        "\\tcp",
        "$",
        "ü",
        "1-2",
        "10.0.0.0",
        "inbound",
        "pppoes",
        "geneve",
        "gateway",
        "foo"
    };

    @Test
    void anyBytesCanBePrinted() {
        FrameCorpus corpus = new FrameCorpus(7);
        StringBuilder out = new StringBuilder();
        for (DataLink link : LINKS) {
            FramePrinter printer = new FramePrinter(options(corpus), link, Names.NONE, index -> "eth" + index);
            for (int i = 0; i < ROUNDS; i++) {
                byte[] bytes = frame(corpus);
                out.setLength(0);
                printer.print(out, i, bytes, 0, bytes.length, bytes.length + corpus.pick(0, 0, 1, 2000, -1));
                assertThat(out).endsWith("\n");
            }
        }
    }

    @Test
    void anyWordsAreAFilterOrAComplaint() {
        FrameCorpus corpus = new FrameCorpus(8);
        FilterTarget target = new FilterTarget(DataLink.EN10MB, false, 0, FilterNames.NONE);
        ArrayFrame frame = new ArrayFrame();
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = frame(corpus);
            try {
                FilterExpression.compile(words(corpus), target)
                        .matches(frame.set(bytes, 0, bytes.length, bytes.length, FilterFrame.UNKNOWN_TYPE));
            } catch (FilterException wrong) {
                assertThat(wrong).message().isNotEmpty();
            }
        }
    }

    private static String words(FrameCorpus corpus) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + corpus.below(8); i > 0; i--) {
            text.append(WORDS[corpus.below(WORDS.length)]).append(corpus.pick("", " ", " "));
        }
        return text.toString();
    }

    private static byte[] frame(FrameCorpus corpus) {
        if (corpus.chance(4)) {
            return corpus.noise(corpus.below(100));
        }
        byte[] bytes = corpus.any(corpus.below(FrameCorpus.KINDS));
        for (int i = corpus.below(3); i > 0; i--) {
            bytes = corpus.damaged(bytes);
        }
        return corpus.chance(2) ? Arrays.copyOf(bytes, corpus.below(bytes.length + 1)) : bytes;
    }

    private static PrintOptions options(FrameCorpus corpus) {
        return new PrintOptions(
                true,
                true,
                corpus.below(4),
                corpus.chance(4),
                TimeStamp.DATE,
                true,
                ZoneOffset.UTC,
                2,
                0,
                1,
                false,
                false,
                true,
                false,
                false);
    }
}
