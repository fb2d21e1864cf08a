package dev.weft.app.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The collection of scripts is as rich as it claims to be.
class OracleScriptTest {
    private static final int AT_LEAST = 5;

    @Test
    void everyScriptHasATranscript() {
        assertThat(OracleScript.all()).allMatch(script -> script.isRecorded() || script.isDocumented());
    }

    @Test
    void aTranscriptComesFromOneSource() {
        assertThat(OracleScript.all()).noneMatch(script -> script.isRecorded() && script.isDocumented());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip (-[a-z0-9-]+ |-n [a-z0-9]+ )*li?n?k? ",
                "ip (-[a-z0-9-]+ |-n [a-z0-9]+ )*addr?e?s?s? ",
                "ip (-[a-z0-9-]+ |-n [a-z0-9]+ )*route ",
                "ip (-[a-z0-9-]+ )*rule ",
                "ip (-[a-z0-9-]+ |-n [a-z0-9]+ )*neigh",
                "ip (-[a-z0-9-]+ )*netns ",
                "ip (-[a-z0-9-]+ )*monitor",
                "bridge (-[a-z0-9-]+ )*link",
                "bridge (-[a-z0-9-]+ )*fdb",
                "brctl ",
                "ping ",
                "traceroute ",
                "arping ",
                "tcpdump ",
                "sysctl ",
                "arp ",
                "route ",
                "ifconfig ",
                "hostname",
                "/proc/sys/net",
                "/proc/net/",
                "/sys/class/net",
                "type veth",
                "type bridge",
                "type dummy",
                "lo up",
            })
    void everyCommandAndDeviceIsMetInFiveScripts(String use) {
        var pattern = Pattern.compile("(?m)(^|[;|(&>] *|exec [a-z0-9$]+ | |\\t)" + use);
        List<OracleScript> scripts = OracleScript.all().stream()
                .filter(script -> pattern.matcher(script.text()).find())
                .toList();
        assertThat(scripts).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }
}
