package dev.weft.net.hostname;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.iproute.RecordingSession;
import dev.weft.net.lab.Lab;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is expected here was seen with the real `hostname`.
class HostnameCommandTest {
    private final Lab lab = Lab.withSeed(1);
    private RecordingSession session = new RecordingSession(lab.network().initial());

    @BeforeEach
    void box() {
        hostname("box");
        session = new RecordingSession(lab.network().initial());
    }

    private void hostname(String... words) {
        new HostnameCommand("hostname").run(session, List.of(words));
    }

    @Test
    void showsTheNameItWasGiven() {
        hostname("box2.example.org");
        hostname();

        assertThat(session.out).hasToString("box2.example.org\n");
    }

    @Test
    void isTheSameInEveryNamespace() {
        lab.sh("""
            ip netns add red
            ip netns exec red hostname scarlet.example.org
            """);

        assertThat(lab.run("hostname -s").out()).isEqualTo("scarlet\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a_b", "-", "a..b", ".a", "a.", "a-", "", "ä", "a-.b", "a.-b"})
    void whatIsNoName(String name) {
        hostname("--", name);

        assertThat(session.err).hasToString("test: the specified hostname is invalid\n");
        assertThat(session.status).isEqualTo(1);
    }

    @Test
    void aNameThatIsTooLong() {
        hostname("a".repeat(65));

        assertThat(session.err).hasToString("test: name too long\n");
        assertThat(session.status).isEqualTo(1);
    }

    @Test
    void readsTheNameFromAFile() {
        session.files.put("/etc/hostname", "# comment\n\n bar.x \nz\n");
        hostname("-F", "/etc/hostname");
        assertThat(session.status).isZero();

        assertThat(lab.run("hostname").out()).isEqualTo("bar.x\n");
    }

    @Test
    void aFileThatIsNotThere() {
        hostname("-F", "/nosuch");

        assertThat(session.err).hasToString("test: No such file or directory\n");
        assertThat(session.status).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"-f,box.example.org", "-d,example.org", "-i,::1 127.0.1.1 10.0.0.9", "-a,box bx box box", "-s,box"})
    void whatTheHostsFileTells(String option, String text) {
        session.files.put("/etc/hosts", """
            127.0.0.1 localhost
            127.0.1.1 box.example.org box bx   # here
            10.0.0.9 box
            ::1 box
            """);
        hostname(option);

        assertThat(session.out).hasToString(text + "\n");
        assertThat(session.status).isZero();
    }

    @Test
    void aNameWithoutADomain() {
        session.files.put("/etc/hosts", "127.0.1.1 box\n");
        hostname("-d");

        assertThat(session.out).isEmpty();
        assertThat(session.status).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-f", "-i", "-d", "-a"})
    void withoutANameServer(String option) {
        hostname(option);

        assertThat(session.err).hasToString("test: Temporary failure in name resolution\n");
        assertThat(session.status).isEqualTo(1);
    }

    @Test
    void allAddresses() {
        lab.sh("""
            ip link add v0 type veth peer name v1
            ifconfig lo up
            ifconfig v0 10.0.0.1/24
            ifconfig v0:1 10.0.0.7/24
            ifconfig v1 11.0.0.1/24
            """);
        assertThat(lab.run("hostname -I").out()).isEqualTo("11.0.0.1 10.0.0.1 10.0.0.7 \n");

        lab.sh("ifconfig v1 down");
        assertThat(lab.run("hostname -I").out()).isEqualTo("10.0.0.1 10.0.0.7 \n");
    }

    @Test
    void theDomainOfNis() {
        assertThat(lab.run("ypdomainname").err()).isEqualTo("ypdomainname: Local domain name not set\n");
        assertThat(lab.run("domainname").out()).isEqualTo("(none)\n");

        lab.sh("domainname yellow");
        assertThat(lab.run("nisdomainname").out()).isEqualTo("yellow\n");
    }

    @Test
    void tooManyWords() {
        hostname("a", "b");

        assertThat(session.out).isEmpty();
        assertThat(session.err.toString()).startsWith("Usage: hostname [-b] {hostname|-F file} ");
        assertThat(session.status).isEqualTo(255);
    }

    @Test
    void anUnknownOption() {
        hostname("-x");

        assertThat(session.err).hasToString("test: invalid option -- 'x'\n");
        assertThat(session.out.toString()).startsWith("Usage: hostname [-b] {hostname|-F file} ");
        assertThat(session.status).isEqualTo(255);
    }
}
