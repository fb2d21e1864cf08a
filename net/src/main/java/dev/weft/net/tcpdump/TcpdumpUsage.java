package dev.weft.net.tcpdump;

/// What tcpdump says of itself.
final class TcpdumpUsage {
    static final String VERSION = """
        tcpdump version 4.99.3
        libpcap version 1.10.3 (with TPACKET_V3)
        """;

    static final String USAGE = VERSION + """
        Usage: tcpdump [-AbdDefhHIJKlLnNOpqStuUvxX#] [ -B size ] [ -c count ] [--count]
        		[ -C file_size ] [ -E algo:secret ] [ -F file ] [ -G seconds ]
        		[ -i interface ] [ --immediate-mode ] [ -j tstamptype ]
        		[ -M secret ] [ --number ] [ --print ] [ -Q in|out|inout ]
        		[ -r file ] [ -s snaplen ] [ -T type ] [ --version ]
        		[ -V file ] [ -w file ] [ -W filecount ] [ -y datalinktype ]
        		[ --time-stamp-precision precision ] [ --micro ] [ --nano ]
        		[ -z postrotate-command ] [ -Z user ] [ expression ]
        """;

    private TcpdumpUsage() {}
}
