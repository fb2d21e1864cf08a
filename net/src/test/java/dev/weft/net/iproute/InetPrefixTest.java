package dev.weft.net.iproute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ip6Address;
import dev.weft.core.wire.MacAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is expected here was seen with the real `ip`.
class InetPrefixTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.0.1/24,10.1.0.1,24",
        "10.1,10.1.0.0,32",
        "18/8,18.0.0.0,8",
        "0x0b.010/255.255.0.0,11.8.0.0,16",
        "12.0.0.1/0x18,12.0.0.1,24",
        "' 14.1',14.1.0.0,32",
        "+15.1,15.1.0.0,32",
        "1.2.3.4/0,1.2.3.4,0",
        "1.2.3.4/0.0.0.0,1.2.3.4,0"
    })
    void readsPrefixesAsIproute2Does(String word, String address, int length) {
        InetPrefix prefix = InetPrefix.prefix(word, AddressFamily.UNSPEC);

        assertThat(prefix.family()).isEqualTo(AddressFamily.INET);
        assertThat(prefix.ip4()).isEqualTo(Ip4Address.of(address));
        assertThat(prefix.length()).isEqualTo(length);
        assertThat(prefix.lengthGiven()).isEqualTo(word.contains("/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.0.0.1/255.0.255.0",
                "12.0.0.1/33",
                "12.0.0.1/",
                "2001::1/129",
                "2001:::1",
                "1.2.3.4.5",
                "13.1.",
                "default/5",
                "20.0.0.1/24/5",
                "1.2.3.4/-1",
                "10.0.0.300",
                "x",
                ""
            })
    void namesWhatIsNoPrefix(String word) {
        CommandFailure failure =
                catchThrowableOfType(CommandFailure.class, () -> InetPrefix.prefix(word, AddressFamily.UNSPEC));

        assertThat(failure.text()).isEqualTo("Error: any valid prefix is expected rather than \"" + word + "\".\n");
        assertThat(failure.status()).isEqualTo(1);
        assertThat(failure.isExit()).isTrue();
    }

    @Test
    void theFamilyMustBeTheOneThatWasAskedFor() {
        assertThat(catchThrowableOfType(
                                CommandFailure.class, () -> InetPrefix.prefix("10.0.0.1/24", AddressFamily.INET6))
                        .text())
                .isEqualTo("Error: inet6 prefix is expected rather than \"10.0.0.1/24\".\n");
        assertThat(catchThrowableOfType(CommandFailure.class, () -> InetPrefix.address("2001::1", AddressFamily.INET))
                        .text())
                .isEqualTo("Error: inet address is expected rather than \"2001::1\".\n");
        assertThat(catchThrowableOfType(CommandFailure.class, () -> InetPrefix.prefix("10.0.0.1", AddressFamily.PACKET))
                        .text())
                .isEqualTo("Error: \"10.0.0.1\" may be inet prefix, but it is not allowed in this context.\n");
    }

    @Test
    void defaultIsThePrefixOfNoLength() {
        assertThat(InetPrefix.prefix("default", AddressFamily.UNSPEC))
                .isEqualTo(new InetPrefix(AddressFamily.UNSPEC, null, 0, true));
        assertThat(InetPrefix.prefix("any", AddressFamily.INET))
                .isEqualTo(new InetPrefix(AddressFamily.INET, null, 0, false));
        assertThat(InetPrefix.prefix("::/0", AddressFamily.UNSPEC))
                .isEqualTo(new InetPrefix(AddressFamily.INET6, Ip6Address.ANY, 0, true));
    }

    @Test
    void linkAddresses() {
        assertThat(LinkAddress.readMac("2:0:0:0:0:a")).isEqualTo(MacAddress.of("02:00:00:00:00:0a"));
        assertThat(LinkAddress.read("10.0.0.1")).hasToString("0a000001");
        assertThat(LinkAddress.read("0x1:2z")).hasToString("0102");
    }

    @ParameterizedTest
    @CsvSource({
        "1:2:3,Invalid address length 3 - must be 6 bytes",
        "1:2:3:4:5:6:7,Invalid address length 7 - must be 6 bytes",
        "1.2.3.4,Invalid address length 4 - must be 6 bytes",
        "1:2:3:4:5:zz,\"zz\" is invalid lladdr.",
        "1:2:3:4:5:100,\"100\" is invalid lladdr."
    })
    void whatIsNoMacAddress(String word, String text) {
        CommandFailure failure = catchThrowableOfType(CommandFailure.class, () -> LinkAddress.readMac(word));

        assertThat(failure.text()).isEqualTo(text + "\n");
        assertThat(failure.status()).isEqualTo(1);
    }
}
