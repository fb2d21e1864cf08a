package dev.weft.net.iproute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetNamespace;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is expected here was seen with the real `ip`.
class ObjectCommandTest {
    private final RecordingSession session = new RecordingSession();
    private final NetNamespace red = new NetNamespace(2, "red", 0, new Random(1));

    /// Says how it was called, or fails as the word tells it.
    private record Echo(String name) implements IpObject {
        @Override
        public void run(IpContext context, Args args) {
            switch (args.hasNext() ? args.peek() : "") {
                case "exists" -> throw new KernelError(Errno.EEXIST);
                case "assigned" -> throw new KernelError(Errno.EEXIST, "ipv4: Address already assigned");
                case "absent" -> throw CommandFailure.failed(1, "Device \"absent\" does not exist.\n");
                case "incomplete" -> throw Args.incomplete();
                default ->
                    context.out()
                            .text(name + args.rest() + " " + context.options().family() + " in '"
                                    + context.namespace().name() + "'\n");
            }
        }
    }

    private void ip(String... words) {
        new ObjectCommand(
                        Tools.IP,
                        "show and change routing, devices and tunnels",
                        List.of(new Echo("address"), new Echo("link"), new Echo("rule"), new Echo("neighbour")),
                        (asking, name) -> name.equals("red") ? red : null)
                .run(session, List.of(words));
    }

    @ParameterizedTest
    @CsvSource({"a,address", "addr,address", "l,link", "ru,rule", "mru,rule", "n,neighbour", "neigh,neighbour"})
    void anAbbreviationMeansTheFirstObjectInTheRealOrder(String word, String object) {
        ip(word, "show");

        assertThat(session.out).hasToString(object + "[show] UNSPEC in ''\n");
        assertThat(session.status).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "", "t", "xfrm"})
    void anUnknownObjectIsNamedAsItWasTyped(String word) {
        ip(word);

        assertThat(session.err).hasToString("Object \"" + word + "\" is unknown, try \"ip help\".\n");
        assertThat(session.status).isEqualTo(1);
    }

    @Test
    void theKernelsAnswerEndsWithTwo() {
        ip("link", "exists");

        assertThat(session.err).hasToString("RTNETLINK answers: File exists\n");
        assertThat(session.status).isEqualTo(2);
    }

    @Test
    void theKernelsExplanationComesFirst() {
        ip("addr", "assigned");

        assertThat(session.err).hasToString("Error: ipv4: Address already assigned.\n");
        assertThat(session.status).isEqualTo(2);
    }

    @Test
    void withoutAnObjectItTellsHow() {
        ip();

        assertThat(session.err.toString()).startsWith("Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }\n");
        assertThat(session.status).isEqualTo(255);
    }

    @Test
    void tellsItsVersion() {
        ip("-V");

        assertThat(session.out).hasToString("ip utility, iproute2-6.1.0, libbpf 1.1.2\n");
        assertThat(session.status).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-foo", "-e", "-v", "-4x", "-c=foo", "-c=al"})
    void anUnknownOptionIsNamed(String word) {
        ip(word, "link");

        assertThat(session.err).hasToString("Option \"" + word + "\" is unknown, try \"ip -help\".\n");
        assertThat(session.status).isEqualTo(255);
    }

    @Test
    void entersTheNamespaceThatIsNamed() {
        ip("-4", "-n", "red", "--", "link");

        assertThat(session.out).hasToString("link[] INET in 'red'\n");
    }

    @Test
    void aNamespaceThatIsNotThere() {
        ip("-netns", "blue", "link");

        assertThat(session.err).hasToString("Cannot open network namespace \"blue\": No such file or directory\n");
        assertThat(session.status).isEqualTo(255);
    }

    @Test
    void aFamilyThatIsNone() {
        ip("-f", "foo", "link");

        assertThat(session.err).hasToString("Error: argument \"foo\" is wrong: invalid protocol family\n");
        assertThat(session.status).isEqualTo(255);
    }

    @Test
    void aBatchStopsAtTheFirstFailure() {
        session.files.put("b1", """
            # comment
            link up \\
              'a b' # more

            link absent
            link exists
            """);
        ip("-b", "b1");

        assertThat(session.out).hasToString("link[up, a b] UNSPEC in ''\n");
        assertThat(session.err).hasToString("Device \"absent\" does not exist.\nCommand failed b1:5\n");
        assertThat(session.status).isEqualTo(1);
    }

    @Test
    void aForcedBatchGoesOn() {
        session.files.put("-", "link absent\nfoo\nlink exists\nlink up");
        ip("-force", "-b", "-");

        assertThat(session.out).hasToString("link[up] UNSPEC in ''\n");
        assertThat(session.err).hasToString("""
            Device "absent" does not exist.
            Command failed -:1
            Object "foo" is unknown, try "ip help".
            Command failed -:2
            RTNETLINK answers: File exists
            Command failed -:3
            """);
        assertThat(session.status).isEqualTo(1);
    }

    @Test
    void aBatchEndsWhereTheToolExits() {
        session.files.put("-", "link incomplete\nlink up\n");
        ip("-force", "-b", "-");

        assertThat(session.out).isEmpty();
        assertThat(session.err).hasToString("Command line is not complete. Try option \"help\"\n");
        assertThat(session.status).isEqualTo(255);
    }

    @Test
    void aBatchFileThatIsNotThere() {
        ip("-b", "nosuch");

        assertThat(session.err).hasToString("Cannot open file \"nosuch\" for reading: No such file or directory\n");
        assertThat(session.status).isEqualTo(1);
    }

    @Test
    void aQuoteThatDoesNotEnd() {
        session.files.put("-", "link \"up\n");
        ip("-b", "-");

        assertThat(session.err).hasToString("Unterminated quoted string\n");
        assertThat(session.status).isEqualTo(1);
    }
}
