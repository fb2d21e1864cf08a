package dev.weft.iptables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.iptables.Version.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is read out of `iptables --version`, and what follows from it.
class VersionTest {
    @Test
    void readsNumbersAndMode() {
        assertThat(Version.parse("iptables v1.8.9 (nf_tables)\n")).isEqualTo(new Version(1, 8, 9, Mode.NF_TABLES));
        assertThat(Version.parse("ip6tables v1.8.0 (legacy)")).isEqualTo(new Version(1, 8, 0, Mode.LEGACY));
        assertThat(Version.parse("iptables v1.6.2")).isEqualTo(new Version(1, 6, 2, Mode.LEGACY));
        assertThat(Version.parse("iptables v1.10.0 (nf_tables)")).hasToString("v1.10.0 (nf_tables)");
    }

    @Test
    void refusesWhatHasNoVersion() {
        assertThatThrownBy(() -> Version.parse("BusyBox")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        1.4.10, false, false, false, false
        1.4.11, true,  false, false, false
        1.4.19, true,  false, false, false
        1.4.20, true,  true,  false, false
        1.5.0,  true,  true,  false, false
        1.6.0,  true,  true,  true,  false
        1.6.1,  true,  true,  true,  false
        1.6.2,  true,  true,  true,  true
        1.8.9,  true,  true,  true,  true
        2.0.0,  true,  true,  true,  true
        """)
    void knowsWhatCameWhen(String text, boolean check, boolean wait, boolean seconds, boolean randomFully) {
        var version = Version.parse("iptables v" + text);
        assertThat(version.hasCheck()).isEqualTo(check);
        assertThat(version.hasWait()).isEqualTo(wait);
        assertThat(version.hasWaitSeconds()).isEqualTo(seconds);
        assertThat(version.hasRandomFully()).isEqualTo(randomFully);
        assertThat(version.hasRestoreWait()).isEqualTo(randomFully);
    }
}
