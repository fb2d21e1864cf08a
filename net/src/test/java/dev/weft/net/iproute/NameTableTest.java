package dev.weft.net.iproute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameTableTest {
    @Test
    void namesWhatDebianNames() {
        assertThat(NameTable.TABLES.name(254)).isEqualTo("main");
        assertThat(NameTable.PROTOCOLS.name(186)).isEqualTo("bgp");
        assertThat(NameTable.SCOPES.name(77)).isEqualTo("77");
        assertThat(NameTable.DSFIELD.name(0x28)).isEqualTo("AF11");
        assertThat(NameTable.DSFIELD.name(4)).isEqualTo("0x04");
    }

    @Test
    void numericWantsNoNames() {
        IpOptions.Values values = new IpOptions.Values();
        values.numeric = true;

        assertThat(NameTable.TABLES.name(254, values.build())).isEqualTo("254");
        assertThat(NameTable.DSFIELD.name(0x28, values.build())).isEqualTo("0x28");
    }

    @Test
    void readsNamesAndNumbers() {
        assertThat(NameTable.TABLES.number("main")).hasValue(254);
        assertThat(NameTable.TABLES.number("0x100")).hasValue(256);
        assertThat(NameTable.TABLES.number("nosuch")).isEmpty();
        assertThat(NameTable.PROTOCOLS.number("300")).isEmpty();
        assertThat(NameTable.DSFIELD.number("10")).hasValue(0x10);
        assertThat(NameTable.GROUPS.number("-1")).isEmpty();
    }
}
