package dev.weft.net.iproute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IpPrinterTest {
    @Test
    void oneSetOfCallsGivesText() {
        assertThat(printed(new IpOptions.Values())).isEqualTo("""
            10.7.0.0/16 dev eth0 metric 100\s
            	nexthop weight 1 onlink\s
            blackhole 10.66.0.0/16\s
            """);
    }

    @Test
    void aBackslashStandsForTheLineEndWithinAnObject() {
        IpOptions.Values values = new IpOptions.Values();
        values.oneLine = true;

        assertThat(printed(values))
                .isEqualTo("10.7.0.0/16 dev eth0 metric 100 \\\tnexthop weight 1 onlink \nblackhole 10.66.0.0/16 \n");
    }

    @Test
    void compactJson() {
        IpOptions.Values values = new IpOptions.Values();
        values.json = true;

        assertThat(printed(values))
                .isEqualTo("[{\"dst\":\"10.7.0.0/16\",\"dev\":\"eth0\",\"metric\":100,"
                        + "\"nexthops\":[{\"weight\":1,\"flags\":[\"onlink\"]}]},"
                        + "{\"type\":\"blackhole\",\"dst\":\"10.66.0.0/16\",\"nexthops\":[]}]\n");
    }

    @Test
    void prettyJsonAsIproute2LaysItOut() {
        IpOptions.Values values = new IpOptions.Values();
        values.json = true;
        values.pretty = true;

        assertThat(printed(values)).isEqualTo("""
            [ {
                    "dst": "10.7.0.0/16",
                    "dev": "eth0",
                    "metric": 100,
                    "nexthops": [ {
                            "weight": 1,
                            "flags": [ "onlink" ]
                        } ]
                },{
                    "type": "blackhole",
                    "dst": "10.66.0.0/16",
                    "nexthops": [ ]
                } ]
            """);
    }

    @Test
    void anEmptyAnswerIsAnEmptyArray() {
        IpOptions.Values values = new IpOptions.Values();
        values.json = true;
        StringBuilder out = new StringBuilder();
        IpPrinter printer = new IpPrinter(out::append, values.build());
        printer.begin();
        printer.end();

        assertThat(out).hasToString("[]\n");
    }

    @Test
    void escapesWhatJsonCannotHold() {
        IpOptions.Values values = new IpOptions.Values();
        values.json = true;
        StringBuilder out = new StringBuilder();
        IpPrinter printer = new IpPrinter(out::append, values.build());
        printer.begin();
        printer.print(null, "%s", "it's \"q\"\t\\ä");
        printer.end();

        assertThat(out).hasToString("[\"it's \\\"q\\\"\\t\\\\ä\"]\n");
    }

    @Test
    void coloursTheWholeFormat() {
        StringBuilder out = new StringBuilder();
        IpPrinter light = new IpPrinter(out::append, IpOptions.DEFAULT, true, false);
        light.print(TextColor.IFNAME, "ifname", "%s: ", "lo");
        light.flush();
        IpPrinter dark = new IpPrinter(out::append, IpOptions.DEFAULT, true, true);
        dark.print(TextColor.MAC, "address", "%s", "00:00:00:00:00:00");
        dark.flush();

        assertThat(out).hasToString("\033[36mlo: \033[0m\033[1;33m00:00:00:00:00:00\033[0m");
    }

    @Test
    void widthsAndHexadecimalNumbersGoThroughTheFormatter() {
        StringBuilder out = new StringBuilder();
        IpPrinter printer = new IpPrinter(out::append, IpOptions.DEFAULT);
        printer.print("ifname", "%-16s|", "lo");
        printer.printHex("mark", "0x%x ", 255);
        printer.print0xHex("fwmark", "%s ", 16);
        printer.flush();

        assertThat(out).hasToString("lo              |0xff 0x10 ");
    }

    /// Prints two routes in the manner of `ip route`.
    private static String printed(IpOptions.Values values) {
        StringBuilder out = new StringBuilder();
        IpPrinter printer = new IpPrinter(out::append, values.build());
        printer.begin();
        printer.openObject();
        printer.print("dst", "%s ", "10.7.0.0/16");
        printer.print("dev", "dev %s ", "eth0");
        printer.print("metric", "metric %d ", 100);
        printer.openArray("nexthops");
        printer.openObject();
        printer.newLine();
        printer.text("\tnexthop ");
        printer.print("weight", "weight %d ", 1);
        printer.openArray("flags");
        printer.print(null, "%s ", "onlink");
        printer.closeArray();
        printer.closeObject();
        printer.closeArray();
        printer.closeObject();
        printer.text("\n");
        printer.openObject();
        printer.print("type", "%s ", "blackhole");
        printer.print("dst", "%s ", "10.66.0.0/16");
        printer.openArray("nexthops");
        printer.closeArray();
        printer.closeObject();
        printer.text("\n");
        printer.end();
        return out.toString();
    }
}
