package dev.weft.net.nettools.arp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.iproute.RecordingSession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is expected here was seen with the real `arp`.
class ArpCommandTest {
    private final RecordingSession session = new RecordingSession();
    private final Table table = new Table();

    /// A table that finds every address on `v0`.
    private static final class Table implements ArpIoctls {
        final List<ArpEntry> entries = new ArrayList<>();

        @Override
        public List<ArpEntry> entries() {
            return entries;
        }

        @Override
        public void set(ArpEntry request) {
            if (!request.address().toString().startsWith("10.0.0.")) {
                throw new KernelError(Errno.ENETUNREACH);
            }
            entries.add(request.device().isEmpty() ? request.on("v0") : request);
        }

        @Override
        public void delete(ArpEntry request) {
            if (request.device().equals("nosuch")) {
                throw new KernelError(Errno.ENODEV);
            }
            boolean found = entries.removeIf(entry -> entry.address().equals(request.address())
                    && entry.has(ArpEntry.PUBLISHED) == request.has(ArpEntry.PUBLISHED));
            if (!found) {
                throw new KernelError(Errno.ENXIO);
            }
        }

        @Override
        public MacAddress hardwareAddress(String device) {
            if (!device.equals("v0")) {
                throw new KernelError(Errno.ENODEV);
            }
            return MacAddress.of("02:00:00:00:00:0a");
        }
    }

    private void arp(String line) {
        List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" "));
        new ArpCommand(namespace -> table).run(session, words);
    }

    private void fill() {
        table.entries.add(entry("10.0.0.50", 6, "02:aa:bb:cc:dd:ee"));
        table.entries.add(entry("10.0.0.2", 2, "02:00:00:00:00:0b"));
        table.entries.add(entry("10.0.0.77", 0, "00:00:00:00:00:00"));
        table.entries.add(entry("10.0.0.56", 0xc, "00:00:00:00:00:00"));
    }

    private static ArpEntry entry(String address, int flags, String mac) {
        return new ArpEntry(
                Ip4Address.of(address), HardwareTypes.ETHER, flags, MacAddress.of(mac), Ip4Address.BROADCAST, "v0");
    }

    @Test
    void aTable() {
        fill();
        arp("-nv");

        assertThat(session.out).hasToString("""
            Address                  HWtype  HWaddress           Flags Mask            Iface
            10.0.0.50                ether   02:aa:bb:cc:dd:ee   CM                    v0
            10.0.0.2                 ether   02:00:00:00:00:0b   C                     v0
            10.0.0.77                        (incomplete)                              v0
            10.0.0.56                *       <from_interface>    MP                    v0
            Entries: 4	Skipped: 0	Found: 4
            """);
        assertThat(session.status).isZero();
    }

    @Test
    void sentences() {
        fill();
        arp("-an");

        assertThat(session.out).hasToString("""
            ? (10.0.0.50) at 02:aa:bb:cc:dd:ee [ether] PERM on v0
            ? (10.0.0.2) at 02:00:00:00:00:0b [ether] on v0
            ? (10.0.0.77) at <incomplete> on v0
            ? (10.0.0.56) at <from_interface> PERM PUB on v0
            """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-n 10.0.0.9|10.0.0.9 (10.0.0.9) -- no entry",
                "-an 10.0.0.9|arp: in 4 entries no match found.",
                "-n -i nosuch|arp: in 4 entries no match found.",
                "-H ax25 -n|arp: in 4 entries no match found."
            })
    void whatIsNotThere(String line, String text) {
        fill();
        arp(line);

        assertThat(session.out).hasToString(text + "\n");
        assertThat(session.status).isZero();
    }

    @Test
    void anEmptyTableIsNothing() {
        arp("");

        assertThat(session.out).isEmpty();
        assertThat(session.status).isZero();
    }

    @Test
    void setsEntries() {
        arp("-s 10.0.0.50 02:aa:bb:cc:dd:ee");
        arp("-s 10.0.0.51 2:a:b:c:d:e temp");
        arp("-i v0 -Ds 10.0.0.55 v0 pub");

        assertThat(table.entries)
                .containsExactly(
                        entry("10.0.0.50", 6, "02:aa:bb:cc:dd:ee"),
                        entry("10.0.0.51", 2, "02:0a:0b:0c:0d:0e"),
                        entry("10.0.0.55", 14, "02:00:00:00:00:0a"));
    }

    @Test
    void deletesWhatIsPublishedWhereNothingElseIs() {
        fill();
        arp("-d 10.0.0.56");
        assertThat(session.status).isZero();
        arp("-d 10.0.0.2");

        assertThat(table.entries)
                .extracting(entry -> entry.address().toString())
                .containsExactly("10.0.0.50", "10.0.0.77");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-s 10.9.0.1 02:aa:bb:cc:dd:ee|SIOCSARP: Network is unreachable",
                "-s 10.0.0.52 zz|arp: invalid hardware address",
                "-s 10.0.0.52|arp: need hardware address",
                "-s|arp: need host name",
                "-d|arp: need host name",
                "-i nosuch -d 10.0.0.51|SIOCDARP(dontpub): No such device",
                "-d x.invalid|x.invalid: Host name lookup failure",
                "300.1.1.1|300.1.1.1: Unknown host",
                "-Ds 10.0.0.1 nosuch|arp: cant get HW-Address for `nosuch': No such device.",
                "-H foo -n|arp: foo: unknown hardware type.",
                "-H loop -n|arp: loop: hardware type without ARP support.",
                "-A foo|arp: foo: unknown address family.",
                "-p inet6|arp: inet6: kernel only supports 'inet'.",
                "-f /nosuch|arp: cannot open etherfile /nosuch !"
            })
    void failures(String line, String text) {
        arp(line);

        assertThat(session.err).hasToString(text + "\n");
        assertThat(session.status).isEqualTo(255);
    }

    @Test
    void nothingToDelete() {
        arp("-d 10.0.0.99");

        assertThat(session.out).hasToString("No ARP entry for 10.0.0.99\n");
        assertThat(session.status).isEqualTo(255);
    }

    @Test
    void aFileIsReadToItsEnd() {
        session.files.put("/etc/ethers", """
            10.0.0.60 02:00:00:00:00:60
            # c
            10.0.0.61 02:00:00:00:00:61 temp
            10.0.0.62
            bad zz
            """);
        arp("-f");

        assertThat(session.err).hasToString("""
            arp: format error on line 4 of etherfile /etc/ethers !
            bad: Host name lookup failure
            arp: cannot set entry on line 5 of etherfile /etc/ethers !
            """);
        assertThat(table.entries).hasSize(2);
        assertThat(session.status).isZero();
    }

    @Test
    void anUnknownOption() {
        arp("--ver");

        assertThat(session.err.toString())
                .startsWith("test: option '--ver' is ambiguous; possibilities: '--verbose' '--version'\nUsage:\n")
                .endsWith("    irda (IrLAP) x25 (generic X.25) eui64 (Generic EUI-64) \n");
        assertThat(session.status).isEqualTo(3);
    }
}
