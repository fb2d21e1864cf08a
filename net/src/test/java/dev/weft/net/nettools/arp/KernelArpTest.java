package dev.weft.net.nettools.arp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `arp` on the virtual kernel; what is expected here was seen on Linux.
class KernelArpTest {
    private final Lab lab = Lab.withSeed(1);

    @BeforeEach
    void cable() {
        lab.sh("""
            ip link add v0 address 02:00:00:00:00:0a type veth peer name v1
            ifconfig v0 10.0.0.1/24 up
            ifconfig v1 up
            ifconfig lo up
            """);
    }

    private String arp(String line) {
        return lab.run("arp " + line).out();
    }

    @Test
    void setsShowsAndDeletes() {
        lab.sh("""
            arp -s 10.0.0.50 02:aa:bb:cc:dd:ee
            arp -s 10.0.0.51 02:aa:bb:cc:dd:ef temp
            arp -i v0 -s 10.0.0.54 02:aa:bb:cc:dd:e0
            arp -i v0 -Ds 10.0.0.55 v0 pub
            arp -Ds 10.0.0.56 v0 pub
            """);
        assertThat(arp("-n")).isEqualTo("""
            Address                  HWtype  HWaddress           Flags Mask            Iface
            10.0.0.50                ether   02:aa:bb:cc:dd:ee   CM                    v0
            10.0.0.51                ether   02:aa:bb:cc:dd:ef   C                     v0
            10.0.0.54                ether   02:aa:bb:cc:dd:e0   CM                    v0
            10.0.0.56                *       <from_interface>    MP                    v0
            10.0.0.55                *       <from_interface>    MP                    v0
            """);

        lab.sh("""
            arp -d 10.0.0.50
            arp -i v0 -d 10.0.0.51
            arp -i v0 -d 10.0.0.55 pub
            """);
        assertThat(arp("-an")).isEqualTo("""
            ? (10.0.0.54) at 02:aa:bb:cc:dd:e0 [ether] PERM on v0
            ? (10.0.0.56) at <from_interface> PERM PUB on v0
            """);
    }

    @ParameterizedTest
    @CsvSource({
        "-s 172.16.0.1 02:aa:bb:cc:dd:ee,SIOCSARP: Network is unreachable",
        "-s 127.0.0.9 02:aa:bb:cc:dd:ee,SIOCSARP: Invalid argument",
        "-s 10.0.0.53 02:aa:bb:cc:dd:e0 pub,SIOCSARP: No such device",
        "-s 10.0.0.53 02:aa:bb:cc:dd:e0 dontpub,SIOCSARP: Invalid argument",
        "-s 10.0.0.53 02:aa:bb:cc:dd:e0 netmask 255.255.255.0,SIOCSARP: Invalid argument",
        "-i nosuch -s 10.0.0.53 02:aa:bb:cc:dd:e0,SIOCSARP: No such device",
        "-d 172.16.0.1,SIOCDARP(dontpub): Network is unreachable"
    })
    void theKernelRefuses(String line, String text) {
        Lab.Result result = lab.run("arp " + line);

        assertThat(result.err()).isEqualTo(text + "\n");
        assertThat(result.status()).isEqualTo(255);
    }
}
