package dev.weft.net.tcpdump.filter;

import java.util.Map;

/// `llc` and `llc TYPE`: IEEE 802.2 frames by the kind of their control field.
final class Llc {
    private static final Map<String, Integer> SUPERVISORY = Map.of("rr", 0x00, "rnr", 0x04, "rej", 0x08);
    private static final Map<String, Integer> UNNUMBERED = Map.of(
            "ui", 0x03, "ua", 0x63, "disc", 0x43, "dm", 0x0f, "sabme", 0x6f, "test", 0xe3, "xid", 0xaf, "frmr", 0x87);

    private final Encapsulation layers;

    Llc(Encapsulation layers) {
        this.layers = layers;
    }

    Condition parse(Cursor tokens) throws FilterException {
        if (!layers.isEthernet()) {
            throw new FilterException("'llc' not supported for " + layers.link().description());
        }
        // a length, and not the 0xffff of Novell's raw IPX
        Condition llc = layers.shortFrame()
                .and(Condition.equal(layers.llcField(0, 2), 0xffff).negated());
        Token token = tokens.peek();
        if (token.kind() != Token.Kind.NAME && !token.is("rnr")) {
            return llc;
        }
        tokens.next();
        return llc.and(type(token.text()));
    }

    private Condition type(String name) throws FilterException {
        Value control = layers.llcField(2, 1);
        if (name.equals("i")) {
            return Condition.masked(control, 0x01, 0x00);
        }
        if (name.equals("s")) {
            return Condition.masked(control, 0x03, 0x01);
        }
        if (name.equals("u")) {
            return Condition.masked(control, 0x03, 0x03);
        }
        Integer supervisory = SUPERVISORY.get(name);
        if (supervisory != null) {
            return Condition.masked(control, 0x03, 0x01).and(Condition.masked(control, 0x0c, supervisory));
        }
        Integer unnumbered = UNNUMBERED.get(name);
        if (unnumbered != null) {
            return Condition.masked(control, 0x03, 0x03).and(Condition.masked(control, 0xef, unnumbered));
        }
        throw new FilterException("unknown LLC type name \"" + name + "\"");
    }
}
