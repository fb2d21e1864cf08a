package dev.weft.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"10,10", "0x1F,31", "010,8", "' 7',7", "+5,5", "0,0", "4294967295,4294967295"})
    void tellsTheBaseByItsLook(String word, long value) {
        assertThat(Numbers.unsigned(word, 0, 32)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "0x", "08", "1 ", "--1", "+-1", "4294967296", "-1", "1१", "१", "99999999999999999999999"
            })
    void refusesWhatIsNoNumberOfThatSize(String word) {
        assertThat(Numbers.unsigned(word, 0, 32)).isEmpty();
    }

    @Test
    void minusOneIsTheLargestOf64Bits() {
        assertThat(Numbers.unsigned("-1", 0, 64)).hasValue(-1);
        assertThat(Numbers.unsigned("18446744073709551615", 0, 64)).hasValue(-1);
        assertThat(Numbers.unsigned("18446744073709551616", 0, 64)).isEmpty();
    }

    @Test
    void signedNumbersKeepTheirBounds() {
        assertThat(Numbers.signed("-2147483648", 0, 32)).hasValue(Integer.MIN_VALUE);
        assertThat(Numbers.signed("2147483648", 0, 32)).isEmpty();
        assertThat(Numbers.signed("-9223372036854775808", 0, 64)).hasValue(Long.MIN_VALUE);
        assertThat(Numbers.signed("9223372036854775808", 0, 64)).isEmpty();
    }

    @Test
    void agreesWithBigIntegersOnRandomNumbers() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            BigInteger number = new BigInteger(random.nextInt(70), random);
            int base = 2 + random.nextInt(35);
            int bits = 1 + random.nextInt(64);
            OptionalLong expected =
                    number.bitLength() <= bits ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
            String word = number.toString(base);
            if (base != 16 || !word.startsWith("0x")) {
                assertThat(Numbers.unsigned(word, base, bits))
                        .as("%s in base %d", word, base)
                        .isEqualTo(expected);
            }
        }
    }
}
