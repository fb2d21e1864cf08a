package dev.weft.net.nettools.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.iproute.RecordingSession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is expected here was seen with the real `route`.
class RouteCommandTest {
    private final RecordingSession session = new RecordingSession();
    private final List<RouteEntry> entries = new ArrayList<>();
    private final RouteTable table = new RouteTable() {
        @Override
        public boolean exists() {
            return !entries.isEmpty();
        }

        @Override
        public List<RouteEntry> entries() {
            return entries;
        }

        @Override
        public void add(RouteEntry request) {
            if (entries.contains(request)) {
                throw new KernelError(Errno.EEXIST);
            }
            entries.add(request);
        }

        @Override
        public void delete(RouteEntry request) {
            if (!entries.remove(request)) {
                throw new KernelError(Errno.ESRCH);
            }
        }
    };

    private void route(String line) {
        new RouteCommand(namespace -> table).run(session, line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }

    private static RouteEntry entry(
            String destination, String gateway, String netmask, int flags, int metric, int mtu, int window, int irtt) {
        return new RouteEntry(
                Ip4Address.of(destination),
                Ip4Address.of(gateway),
                Ip4Address.of(netmask),
                flags,
                metric,
                mtu,
                window,
                irtt,
                (flags & RouteEntry.REJECT) != 0 ? "*" : "v0");
    }

    private void fill() {
        entries.add(entry("0.0.0.0", "10.0.0.2", "0.0.0.0", 3, 0, 0, 0, 0));
        entries.add(entry("10.2.0.0", "10.0.0.2", "255.255.0.0", 3, 5, 0, 0, 0));
        entries.add(entry("10.4.4.4", "10.0.0.2", "255.255.255.255", 7, 0, 1400, 3000, 300));
        entries.add(entry("10.5.0.0", "0.0.0.0", "255.255.0.0", 0x201, 0, 0, 0, 0));
    }

    @Test
    void theTable() {
        fill();
        route("");

        assertThat(session.out).hasToString("""
            Kernel IP routing table
            Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
            default         10.0.0.2        0.0.0.0         UG    0      0        0 v0
            10.2.0.0        10.0.0.2        255.255.0.0     UG    5      0        0 v0
            10.4.4.4        10.0.0.2        255.255.255.255 UGH   0      0        0 v0
            10.5.0.0        -               255.255.0.0     !     0      -        0 -
            """);
    }

    @Test
    void beforeThereWasAnyRoute() {
        route("-n");

        assertThat(session.out).hasToString("""
            Kernel IP routing table
            Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
            """);
        assertThat(session.status).isEqualTo(1);
    }

    @Test
    void whatIsSaidOfThePaths() {
        fill();
        route("-en");

        assertThat(session.out).hasToString("""
            Kernel IP routing table
            Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface
            0.0.0.0         10.0.0.2        0.0.0.0         UG        0 0          0 v0
            10.2.0.0        10.0.0.2        255.255.0.0     UG        0 0          0 v0
            10.4.4.4        10.0.0.2        255.255.255.255 UGH    1400 3000     300 v0
            10.5.0.0        -               255.255.0.0     !         - -          - -
            """);
    }

    @Test
    void everythingAtOnce() {
        fill();
        route("-een");

        assertThat(session.out).hasToString("""
            Kernel IP routing table
            Destination     Gateway         Genmask         Flags Metric Ref    Use Iface    MSS   Window irtt
            0.0.0.0         10.0.0.2        0.0.0.0         UG    0      0        0 v0       0     0      0
            10.2.0.0        10.0.0.2        255.255.0.0     UG    5      0        0 v0       0     0      0
            10.4.4.4        10.0.0.2        255.255.255.255 UGH   0      0        0 v0       1400  3000   300
            10.5.0.0        -               255.255.0.0     !     0      -        0 -        -     -      -
            """);
    }

    @ParameterizedTest
    @CsvSource({
        "default gw 10.0.0.2,0.0.0.0,10.0.0.2,0.0.0.0,3,0,''",
        "-net default gw 10.0.0.2,0.0.0.0,10.0.0.2,0.0.0.0,3,0,''",
        "-net 10.1.0.0/16 gw 10.0.0.2,10.1.0.0,10.0.0.2,255.255.0.0,3,0,''",
        "-net 10.2.0.0 netmask 255.255.0.0 gw 10.0.0.2 metric 5,10.2.0.0,10.0.0.2,255.255.0.0,3,6,''",
        "-host 10.3.3.3 dev v0,10.3.3.3,0.0.0.0,255.255.255.255,5,0,v0",
        "10.8.0.0 gw 10.0.0.2,10.8.0.0,10.0.0.2,255.255.255.255,7,0,''",
        "-net 10.6.0.0/16 v0,10.6.0.0,0.0.0.0,255.255.0.0,1,0,v0",
        "-net 10.5.0.0/16 reject,10.5.0.0,0.0.0.0,255.255.0.0,513,0,''",
        "-net 15.0.0.0/8 metric 70000 dev v0,15.0.0.0,0.0.0.0,255.0.0.0,1,4465,v0",
        "-net 192.168.5.0 dev v0,192.168.5.0,0.0.0.0,0.0.0.0,1,0,v0"
    })
    void asksForRoutes(
            String line, String destination, String gateway, String netmask, int flags, int metric, String device) {
        route("add " + line);

        assertThat(session.err).isEmpty();
        assertThat(entries)
                .containsExactly(new RouteEntry(
                        Ip4Address.of(destination),
                        Ip4Address.of(gateway),
                        Ip4Address.of(netmask),
                        flags,
                        metric,
                        0,
                        0,
                        0,
                        device));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add -net 10.0.0.1/24 dev v0|route: netmask doesn't match route address",
                "add -host 10.0.0.0/24 dev v0|route: netmask 000000ff doesn't make sense with host route",
                "add 13.0.0.0 netmask 255.0.0.0 dev v0|route: netmask 00ffffff doesn't make sense with host route",
                "add -net 10.30.0.0 netmask 255.0.255.0 dev v0|route: bogus netmask 255.0.255.0",
                "add -net 10.31.0.0/16 gw default|route: default: cannot use a NETWORK as gateway!",
                "add -net 10.31.0.0/33 gw 10.0.0.2|route: netmask doesn't match route address",
                "add -net 14.0.0.0 netmask 255.0.0.0 mss 0 dev v0|route: Invalid MSS/MTU.",
                "add -net 22.0.0.0/8 window 1 dev v0|route: Invalid window.",
                "flush|Flushing `inet' routing table not supported"
            })
    void whatMakesNoSense(String line, String text) {
        route(line);

        assertThat(session.err.toString()).startsWith(text + "\nUsage: inet_route ");
        assertThat(session.status).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add -net 10.30.0.0/16 gw",
                "add -net 10.30.0.0/16 metric x dev v0",
                "add -net 10.30.0.0/16 dev v0 foo",
                "add -net 18.0.0.0/8 netmask 255.0.0.0 dev v0",
                "add -net 20.0.0.0/8 gw 10.0.0.2 gw 10.0.0.2",
                "add -net"
            })
    void whatCannotBeRead(String line) {
        route(line);

        assertThat(session.err.toString()).startsWith("Usage: inet_route ");
        assertThat(session.status).isEqualTo(3);
    }

    @Test
    void namesAreNotFound() {
        route("add -net zz.invalid gw 10.0.0.2");

        assertThat(session.err).hasToString("zz.invalid: Host name lookup failure\n");
        assertThat(session.status).isEqualTo(6);
    }

    @Test
    void theKernelRefuses() {
        route("del default");

        assertThat(session.err).hasToString("SIOCDELRT: No such process\n");
        assertThat(session.status).isEqualTo(7);
    }

    @Test
    void helpGoesToBothStreams() {
        route("-x");

        assertThat(session.out.toString()).startsWith("Usage: route [-nNvee] [-FC] [<AF>]");
        assertThat(session.err.toString()).startsWith("test: invalid option -- 'x'\n    inet (DARPA Internet)");
        assertThat(session.status).isZero();
    }
}
