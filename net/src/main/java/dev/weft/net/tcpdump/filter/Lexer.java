package dev.weft.net.tcpdump.filter;

import dev.weft.core.wire.Ip6Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts an expression into tokens; of several readings the longest counts.
final class Lexer {
    private static final Pattern ETHERNET =
            Pattern.compile("[0-9A-Fa-f]{1,2}(:[0-9A-Fa-f]{1,2}){5}|[0-9A-Fa-f]{1,2}(-[0-9A-Fa-f]{1,2}){5}"
                    + "|[0-9A-Fa-f]{1,2}(\\.[0-9A-Fa-f]{1,2}){5}|[0-9A-Fa-f]{4}(\\.[0-9A-Fa-f]{4}){2}|[0-9A-Fa-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("0[xX][0-9A-Fa-f]+|[0-9]+");
    private static final Pattern IP4 =
            Pattern.compile("(0[xX][0-9A-Fa-f]+|[0-9]+)(\\.(0[xX][0-9A-Fa-f]+|[0-9]+)){1,3}");
    private static final Pattern BOGUS_ETHERNET = Pattern.compile("[0-9A-Fa-f]{1,2}:+([0-9A-Fa-f]{1,2}:+)+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([-_.A-Za-z0-9]*[.A-Za-z0-9])?");
    private static final Pattern ESCAPED = Pattern.compile("\\\\[^ !()\\n\\t]+");
    private static final Pattern ARCNET = Pattern.compile("\\$[0-9A-Fa-f]{1,2}");
    private static final Pattern SIGN = Pattern.compile("&&|\\|\\||>=|<=|!=|==|<<|>>|[-+*/%&|^<>=\\[\\]():!]");
    private static final Pattern ADDRESS_LIKE = Pattern.compile("[0-9A-Fa-f:.]+");

    private static final Set<String> PROTOCOLS = Set.of(
            "ip", "ip6", "arp", "rarp", "tcp", "udp", "sctp", "icmp", "icmp6", "igmp", "igrp", "pim", "vrrp", "carp",
            "ah", "esp", "atalk", "aarp", "decnet", "lat", "sca", "moprc", "mopdl", "stp", "ipx", "netbeui", "iso",
            "esis", "isis", "clnp", "radio");
    private static final Set<String> WORDS = Set.of(
            "src",
            "dst",
            "host",
            "net",
            "mask",
            "port",
            "portrange",
            "proto",
            "protochain",
            "gateway",
            "less",
            "greater",
            "byte",
            "broadcast",
            "multicast",
            "and",
            "or",
            "not",
            "len",
            "inbound",
            "outbound",
            "ifindex",
            "vlan",
            "mpls",
            "pppoed",
            "pppoes",
            "geneve",
            "llc",
            "ifname",
            "rnr",
            "rset",
            "srnr",
            "ruleset",
            "reason",
            "action",
            "type",
            "subtype",
            "dir",
            "ra",
            "ta",
            "addr1",
            "addr2",
            "addr3",
            "addr4",
            "lane",
            "oam",
            "oamf4",
            "metac",
            "vpi",
            "vci");
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("netmask", "mask"),
            Map.entry("length", "len"),
            Map.entry("ifindex", "ifindex"),
            Map.entry("on", "ifname"),
            Map.entry("rulenum", "rnr"),
            Map.entry("rulesetname", "rset"),
            Map.entry("address1", "addr1"),
            Map.entry("address2", "addr2"),
            Map.entry("address3", "addr3"),
            Map.entry("address4", "addr4"),
            Map.entry("lat", "lat"));
    private static final Set<String> LINKS = Set.of("ether", "link", "fddi", "tr", "wlan", "ppp", "slip");

    private final String text;
    private int position;

    Lexer(String text) {
        this.text = text;
    }

    /// All tokens, with an end at the end.
    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        while (skipBlanks()) {
            Token token = next();
            tokens.add(token);
        }
        tokens.add(new Token(Token.Kind.END, ""));
        return tokens;
    }

    private boolean skipBlanks() {
        while (position < text.length() && " \t\n\r".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        return position < text.length();
    }

    private Token next() {
        String name = longest(NAME);
        String sign = longest(SIGN);
        String ethernet = longest(ETHERNET);
        String ip6 = longestIp6();
        String ip4 = longest(IP4);
        String number = longest(NUMBER);
        String bogus = longest(BOGUS_ETHERNET);
        String escaped = longest(ESCAPED);
        String arcnet = longest(ARCNET);
        int most = 0;
        for (String reading : List.of(name, sign, ethernet, ip6, ip4, number, bogus, escaped, arcnet)) {
            most = Math.max(most, reading.length());
        }
        if (most == 0) {
            position++;
            return new Token(Token.Kind.SIGN, "?");
        }
        String whole = text.substring(position, position + most);
        position += most;
        if (whole.equals(name) && isWord(name)) {
            return word(name);
        }
        if (whole.equals(ethernet)) {
            return new Token(Token.Kind.ETHERNET, whole);
        }
        if (whole.equals(number)) {
            return number(whole);
        }
        if (whole.equals(ip4)) {
            return new Token(Token.Kind.IP4, whole);
        }
        if (whole.equals(ip6)) {
            return new Token(Token.Kind.IP6, whole);
        }
        if (whole.equals(bogus)) {
            return new Token(Token.Kind.WRONG, "bogus ethernet address " + whole);
        }
        if (whole.equals(name)) {
            return new Token(Token.Kind.NAME, whole);
        }
        if (whole.equals(escaped)) {
            return new Token(Token.Kind.NAME, whole.substring(1));
        }
        return whole.equals(arcnet) ? new Token(Token.Kind.ARCNET, whole) : sign(whole);
    }

    private String longest(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        return matcher.lookingAt() ? matcher.group() : "";
    }

    private String longestIp6() {
        String run = longest(ADDRESS_LIKE);
        if (run.chars().filter(character -> character == ':').count() < 2) {
            return "";
        }
        for (int length = run.length(); length > 1; length--) {
            String candidate = run.substring(0, length);
            if (candidate.indexOf(':') >= 0 && Ip6Address.parse(candidate).isPresent()) {
                return candidate;
            }
        }
        return "";
    }

    private static boolean isWord(String name) {
        return WORDS.contains(name)
                || PROTOCOLS.contains(name)
                || LINKS.contains(name)
                || SPELLINGS.containsKey(name)
                || Constants.NUMBERS.containsKey(name);
    }

    private static Token word(String name) {
        Integer constant = Constants.NUMBERS.get(name);
        if (constant != null) {
            return new Token(Token.Kind.NUMBER, name, constant);
        }
        if (LINKS.contains(name)) {
            return new Token(Token.Kind.PROTOCOL, "link");
        }
        if (PROTOCOLS.contains(name)) {
            return new Token(Token.Kind.PROTOCOL, name);
        }
        return new Token(Token.Kind.WORD, SPELLINGS.getOrDefault(name, name));
    }

    private static Token sign(String sign) {
        return switch (sign) {
            case "&&" -> new Token(Token.Kind.WORD, "and");
            case "||" -> new Token(Token.Kind.WORD, "or");
            case "!" -> new Token(Token.Kind.WORD, "not");
            case "==" -> new Token(Token.Kind.SIGN, "=");
            default -> new Token(Token.Kind.SIGN, sign);
        };
    }

    private static Token number(String digits) {
        boolean hex = digits.length() > 2 && Character.toLowerCase(digits.charAt(1)) == 'x';
        boolean octal = !hex && digits.length() > 1 && digits.charAt(0) == '0';
        if (octal && !digits.matches("[0-7]+")) {
            return new Token(Token.Kind.WRONG, "number " + digits + " contains non-octal digit");
        }
        try {
            int number = Integer.parseUnsignedInt(hex ? digits.substring(2) : digits, hex ? 16 : octal ? 8 : 10);
            return new Token(Token.Kind.NUMBER, digits, number);
        } catch (NumberFormatException tooLong) {
            return new Token(Token.Kind.WRONG, "number " + digits + " overflows 32 bits");
        }
    }
}
