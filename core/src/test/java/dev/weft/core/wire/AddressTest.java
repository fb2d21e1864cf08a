package dev.weft.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private final Random random = new Random(11);

    @Test
    void macAddressesAreReadAndWritten() {
        assertThat(MacAddress.of("2:0:0:0:0:a")).hasToString("02:00:00:00:00:0a");
        assertThat(MacAddress.of("ff:FF:ff:ff:ff:ff").isBroadcast()).isTrue();
        assertThat(MacAddress.of("01:80:c2:00:00:00").isMulticast()).isTrue();
        assertThat(MacAddress.random(random).isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1:2:3:4:5", "1:2:3:4:5:6:7", "1:2:3:4:5:100", "1:2:3:4:5:g", "1::3:4:5:6", "1-2-3-4-5-6"})
    void whatIsNoMacAddress(String text) {
        assertThat(MacAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "01.2.3.4",
                "1.2.3.4 ",
                "1..2.3",
                "1.2.3.",
                "a.b.c.d",
                "1.2.3.-4",
                "1.2.3.1000000000000"
            })
    void whatIsNoIp4Address(String text) {
        assertThat(Ip4Address.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"127.1,127.0.0.1", "10.1.258,10.1.1.2", "0x7f000001,127.0.0.1", "0,0.0.0.0", "010.0.0.1,8.0.0.1"})
    void inetAtonReadsLooserForms(String text, String address) {
        assertThat(Ip4Address.parseLoosely(text)).contains(Ip4Address.of(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3.4.5", "256.1", "1.2.65536", "x", "", "1.", "4294967296", "-1"})
    void whatInetAtonRefuses(String text) {
        assertThat(Ip4Address.parseLoosely(text)).isEmpty();
    }

    @Test
    void ip4AddressesAreWrittenAsTheyAreRead() {
        for (int i = 0; i < 1_000; i++) {
            Ip4Address address = new Ip4Address(random.nextInt());
            assertThat(Ip4Address.parse(address.toString())).contains(address);
        }
    }

    @Test
    void masks() {
        assertThat(Ip4Address.mask(0)).isZero();
        assertThat(new Ip4Address(Ip4Address.mask(24))).hasToString("255.255.255.0");
        assertThat(new Ip4Address(Ip4Address.mask(32))).hasToString("255.255.255.255");
    }

    /// As Python's socket.inet_ntop, which is glibc's, wrote them.
    @ParameterizedTest
    @CsvSource({
        "0:0:0:0:0:0:0:0,::",
        "0:0:0:0:0:0:0:1,::1",
        "2001:db8:0:0:1:0:0:1,2001:db8::1:0:0:1",
        "2001:0db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1",
        "1:0:0:0:0:0:0:0,1::",
        "0:0:0:0:0:ffff:1.2.3.4,::ffff:1.2.3.4",
        "::1.2.3.4,::1.2.3.4",
        "::1:0,::0.1.0.0",
        "fe80::ff:fe00:A,fe80::ff:fe00:a",
        "1::2:3:4:5:6:7,1:0:2:3:4:5:6:7",
        "64:ff9b::1.2.3.4,64:ff9b::102:304"
    })
    void ip6AddressesTakeTheirShortestForm(String text, String written) {
        assertThat(Ip6Address.of(text)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":::",
                "1",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "12345::",
                "g::",
                "1:2:3:4:5:6:7:8::",
                "::1.2.3",
                "1.2.3.4::",
                "1:2:3:4:5:6:7:1.2.3.4",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:"
            })
    void whatIsNoIp6Address(String text) {
        assertThat(Ip6Address.parse(text)).isEmpty();
    }

    @Test
    void ip6AddressesAreWrittenAsTheyAreRead() throws UnknownHostException {
        for (int i = 0; i < 2_000; i++) {
            Ip6Address address = new Ip6Address(sparse(), sparse());
            assertThat(Ip6Address.parse(address.toString())).contains(address);
            byte[] octets = ByteBuffer.allocate(16)
                    .putLong(address.high())
                    .putLong(address.low())
                    .array();
            if (!address.isMappedIp4()) {
                assertThat(InetAddress.getByName(address.toString()).getAddress())
                        .isEqualTo(octets);
            }
        }
    }

    @Test
    void neighboursAskAtTheSolicitedNodesGroup() {
        assertThat(Ip6Address.of("fe80::ff:fe00:b").solicitedNode()).hasToString("ff02::1:ff00:b");
    }

    /// A long of which some 16-bit groups are zero.
    private long sparse() {
        long bits = random.nextLong();
        for (int shift = 0; shift < 64; shift += 16) {
            if (random.nextBoolean()) {
                bits &= ~(0xffffL << shift);
            }
        }
        return bits;
    }
}
