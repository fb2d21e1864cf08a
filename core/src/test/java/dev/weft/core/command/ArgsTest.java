package dev.weft.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class ArgsTest {
    @Test
    void takesWordsWholeOrAbbreviated() {
        Args args = Args.of("addr", "add", "dev", "eth0");

        assertThat(args.take("address")).isFalse();
        assertThat(args.takeAbbreviated("address")).isTrue();
        assertThat(args.takeAbbreviated("add")).isTrue();
        assertThat(args.take("dev")).isTrue();
        assertThat(args.next()).isEqualTo("eth0");
        assertThat(args.hasNext()).isFalse();
    }

    @Test
    void theEmptyWordAbbreviatesNothing() {
        assertThat(Args.of("").matches("link")).isFalse();
    }

    @Test
    void aLongerWordIsNoAbbreviation() {
        assertThat(Args.of("linked").matches("link")).isFalse();
    }

    @Test
    void tellsWhatIsMissing() {
        CommandFailure failure = failureOf(() -> Args.of().next());

        assertThat(failure.text()).isEqualTo("Command line is not complete. Try option \"help\"\n");
        assertThat(failure.status()).isEqualTo(255);
        assertThat(failure.isExit()).isTrue();
    }

    @Test
    void namesTheWordThatIsNoNumber() {
        CommandFailure failure = failureOf(() -> Args.of("12x").nextU32("Invalid \"mtu\" value\n"));

        assertThat(failure.text()).isEqualTo("Error: argument \"12x\" is wrong: Invalid \"mtu\" value\n\n");
    }

    @Test
    void readsNumbersInTheirRange() {
        assertThat(Args.of("0xffffffff").nextU32("")).isEqualTo(0xffff_ffffL);
        assertThat(Args.of("-1").nextInteger("")).isEqualTo(-1);
        assertThat(failureOf(() -> Args.of("256").nextU8("why")).text()).contains("\"256\" is wrong: why");
        assertThat(failureOf(() -> Args.of("-1").nextU16("why")).text()).contains("\"-1\" is wrong: why");
    }

    @Test
    void goesBackByOne() {
        Args args = Args.of("via", "10.0.0.1");
        assertThat(args.next()).isEqualTo("via");
        assertThat(args.previous()).isEqualTo("via");
        args.back();
        assertThat(args.rest()).containsExactly("via", "10.0.0.1");
    }

    private static CommandFailure failureOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        CommandFailure failure = catchThrowableOfType(CommandFailure.class, action);
        assertThat(failure).isNotNull();
        return failure;
    }
}
