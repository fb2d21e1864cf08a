package dev.weft.net.link.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is expected here was seen with the real `brctl`.
class BrctlCommandTest {
    private final Lab lab = Lab.withSeed(1);

    @BeforeEach
    void bridgeOfTwo() {
        lab.sh("""
            brctl addbr br0
            ip link set br0 address 02:00:00:00:00:aa
            ip link add pa address 02:00:00:00:00:0a type veth peer name qa
            ip link add pb address 02:00:00:00:00:0b type veth peer name qb
            ip link add pc type veth peer name qc
            brctl addif br0 pb pa
            """);
    }

    private String brctl(String line) {
        return lab.run("brctl " + line).out();
    }

    @Test
    void listsBridges() {
        lab.sh("""
            brctl addbr br1
            brctl stp br1 on
            brctl addbr verylongbridgename0
            """);

        assertThat(brctl("show").replace('\t', '>')).isEqualTo("""
            bridge name>bridge id>>STP enabled>interfaces
            br0>>8000.0200000000aa>no>>pa
            >>>>>>>pb
            br1>>8000.000000000000>yes>>
            verylongbridgen>>8000.000000000000>no>>
            """);
    }

    @Test
    void goesOnBehindABridgeThatIsNone() {
        Lab.Result result = lab.run("brctl show nosuch lo br0");

        assertThat(result.err()).isEqualTo("bridge nosuch does not exist!\ndevice lo is not a bridge!\n");
        assertThat(result.out()).startsWith("bridge name\tbridge id\t\tSTP enabled\tinterfaces\nbr0\t");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void listsAddresses() {
        assertThat(brctl("showmacs br0").replace('\t', '>')).isEqualTo("""
            port no>mac addr>>is local?>ageing timer
              2>02:00:00:00:00:0a>yes>>   0.00
              1>02:00:00:00:00:0b>yes>>   0.00
            """);
    }

    @Test
    void showsTheSpanningTree() {
        lab.sh("""
            brctl stp br0 on
            brctl setbridgeprio br0 100
            brctl setfd br0 2
            brctl sethello br0 1
            brctl setmaxage br0 6.789
            brctl setageing br0 300.009
            brctl setpathcost br0 pa 42
            brctl setportprio br0 pa 7
            brctl hairpin br0 pa on
            brctl delif br0 pb
            """);

        assertThat(brctl("showstp br0").replace('\t', '>')).isEqualTo("""
            br0
             bridge id>>0064.0200000000aa
             designated root>0064.0200000000aa
             root port>>   0>>>path cost>>   0
             max age>>   6.78>>>bridge max age>>   6.78
             hello time>>   1.00>>>bridge hello time>   1.00
             forward delay>>   2.00>>>bridge forward delay>   2.00
             ageing time>> 300.00
             hello timer>>   0.00>>>tcn timer>>   0.00
             topology change timer>   0.00>>>gc timer>> 300.00
             flags>>>


            pa (2)
             port id>>1c02>>>state>>       disabled
             designated root>8000.0200000000aa>path cost>>  42
             designated bridge>8000.0200000000aa>message age timer>   0.00
             designated port>8002>>>forward delay timer>   0.00
             designated cost>   0>>>hold timer>>   0.00
             flags>>>
             hairpin mode>>   1

            """);
    }

    @Test
    void timersRunDown() {
        lab.sh("""
            brctl stp br0 on
            ip link set pa up
            ip link set qa up
            ip link set br0 up
            """);
        lab.advance(Duration.ofMillis(500));

        assertThat(brctl("showstp br0")).contains("state\t\t      listening", "forward delay timer\t  14.50");
        lab.advance(Duration.ofSeconds(30));
        assertThat(brctl("showstp br0")).contains("state\t\t     forwarding");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "addbr br0|device br0 already exists; can't create bridge with the same name",
                "addbr a/b|add bridge failed: Invalid argument",
                "delbr nosuch|bridge nosuch doesn't exist; can't delete it",
                "delbr lo|can't delete bridge lo: Operation not permitted",
                "addif br0 nosuch|interface nosuch does not exist!",
                "addif nosuch lo|bridge nosuch does not exist!",
                "addif br0 lo|can't add lo to bridge br0: Invalid argument",
                "addif lo pc|can't add pc to bridge lo: Operation not supported",
                "addif br0 br0|device br0 is a bridge device itself; can't add a bridge device to a bridge device.",
                "addif br0 pa|device pa is already a member of a bridge; can't add it to bridge br0.",
                "delif br0 pc|device pc is not a port of br0",
                "delif lo pa|can't delete pa from lo: Operation not supported",
                "stp br0 maybe|expect on/off for argument",
                "stp nosuch on|set stp status failed: No such device",
                "setageing br0 x|bad ageing time value",
                "setfd br0 x|bad forward delay value",
                "setageing lo 5|set ageing time failed: Operation not supported",
                "sethello br0 0.5|set hello timer failed: Numerical result out of range",
                "setmaxage br0 41|set max age failed: Numerical result out of range",
                "setbridgeprio br0 x|bad priority",
                "setpathcost br0 pa 0|set path cost failed: Numerical result out of range",
                "setpathcost br0 pc 1|set path cost failed: No such file or directory",
                "setpathcost br0 nosuch 1|set path cost failed: No such device",
                "setpathcost nosuch pc 1|set path cost failed: No such device",
                "setportprio br0 pa 64|set port priority failed: Numerical result out of range",
                "setportprio br0 pa x|bad path priority value",
                "hairpin br0 lo on|can't set lo to hairpin on bridge br0: No such file or directory",
                "hairpin br0 nosuch on|interface nosuch does not exist!",
                "showmacs nosuch|read of forward table failed: No such device",
                "showmacs lo|read of forward table failed: Operation not supported",
                "showstp lo|device lo is not a bridge!"
            })
    void failures(String line, String text) {
        Lab.Result result = lab.run("brctl " + line);

        assertThat(result.err()).isEqualTo(text + "\n");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void aBridgeThatIsUpStays() {
        lab.sh("ip link set br0 up");
        assertThat(lab.run("brctl delbr br0").err()).isEqualTo("bridge br0 is still up; can't delete it\n");

        lab.sh("ip link set br0 down\nbrctl delbr br0");
        assertThat(brctl("show")).isEmpty();
    }

    @Test
    void aPortsOwnFilesKnowNoOtherBridge() {
        lab.sh("brctl setpathcost nosuch pa 9");

        assertThat(brctl("showstp br0")).contains("path cost\t\t   9");
    }

    @Test
    void tooFewWords() {
        Lab.Result result = lab.run("brctl addif br0");

        assertThat(result.out())
                .isEqualTo("Incorrect number of arguments for command\n"
                        + "Usage: brctl addif <bridge> <device>\tadd interface to bridge\n");
        assertThat(result.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "foo", "-x"})
    void tellsHow(String line) {
        Lab.Result result = lab.run("brctl " + line);

        assertThat(result.out()).startsWith("""
            Usage: brctl [commands]
            commands:
            	addbr     	<bridge>		add bridge
            """);
        assertThat(result.status()).isEqualTo(1);
    }
}
