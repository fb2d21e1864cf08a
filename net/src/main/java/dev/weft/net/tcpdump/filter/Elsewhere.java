package dev.weft.net.tcpdump.filter;

/// Words that mean something only on links that a virtual network does not have, with libpcap's refusals.
final class Elsewhere {
    private Elsewhere() {}

    static Condition parse(String word, Cursor tokens) throws FilterException {
        switch (word) {
            case "ifname", "rset", "ruleset", "reason", "action" -> {
                argument(tokens);
                throw new FilterException(
                        word.equals("rset")
                                ? "ruleset supported only on PF linktype"
                                : word + " supported only on PF linktype");
            }
            case "rnr", "srnr" -> {
                tokens.number();
                throw new FilterException((word.equals("rnr") ? "rnr" : "srnr") + " supported only on PF linktype");
            }
            case "type", "subtype" -> {
                argument(tokens);
                throw new FilterException("802.11 link-layer types supported only on 802.11");
            }
            case "dir" -> {
                argument(tokens);
                throw new FilterException("unknown 802.11 direction");
            }
            case "lane", "oam", "oamf4", "metac" ->
                throw new FilterException("'" + word + "' supported only on raw ATM");
            case "vpi", "vci" -> {
                tokens.number();
                throw new FilterException("'" + word + "' supported only on raw ATM");
            }
            case "geneve" -> throw new FilterException("'geneve' not supported in this configuration");
            default -> throw FilterException.syntax();
        }
    }

    private static void argument(Cursor tokens) throws FilterException {
        Token token = tokens.next();
        if (token.kind() != Token.Kind.NAME && token.kind() != Token.Kind.NUMBER) {
            throw FilterException.syntax();
        }
    }
}
