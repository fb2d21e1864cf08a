package dev.weft.net.netfilter.set;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads an element of a set, and the options behind it, as ipset(8) does.
final class ElementReader {
    private static final int LONGEST_DEVICE = 15;

    private final SetType type;
    private final boolean ip6;
    private final String command;
    private final Element element = new Element();

    /// @param command `add`, `del` or `test`
    ElementReader(IpSet set, String command) {
        this.type = set.type();
        this.ip6 = set.isIp6();
        this.command = command;
    }

    Element read(String text, List<String> options) {
        if (type == SetType.LIST_SET) {
            names(text);
        } else {
            parts(text);
        }
        new Options().read(options);
        if (command.equals("test")) {
            checkTest();
        }
        return element;
    }

    /// The element as complaints and answers name it.
    static String text(Element element, IpSet set) {
        SetType type = set.type();
        if (type == SetType.LIST_SET) {
            return element.reference == null ? element.name : element.name + " after " + element.reference;
        }
        if (type == SetType.BITMAP_PORT) {
            return Integer.toString(element.port);
        }
        StringBuilder text = new StringBuilder(AddressText.of(element.address, set.isIp6()));
        if (element.hasAddressTo) {
            text.append('-').append(AddressText.of(new int[] {element.addressTo}, false));
        } else if (element.cidr >= 0 && element.cidr != (set.isIp6() ? 128 : 32)) {
            text.append('/').append(element.cidr);
        }
        if (type.hasPort()) {
            text.append(',').append(PortText.of(element.protocol, element.port));
        }
        if (type.hasSecond()) {
            text.append(',').append(AddressText.of(element.second, set.isIp6()));
            text.append(element.secondCidr >= 0 && element.secondCidr != 32 ? "/" + element.secondCidr : "");
        }
        if (type.hasDevice()) {
            text.append(',').append(element.isPhysical ? "physdev:" : "").append(element.device);
        }
        return text.toString();
    }

    private void names(String text) {
        String[] parts = text.split(",", -1);
        element.name = name(parts[0]);
        if (parts.length == 1) {
            return;
        }
        if (parts.length != 3 || !parts[1].equals("before") && !parts[1].equals("after")) {
            throw ToolError.of("you must specify elements as setname,[before|after],setname");
        }
        element.isBefore = parts[1].equals("before");
        element.reference = name(parts[2]);
    }

    static String name(String text) {
        if (text.length() > 31) {
            throw ToolError.syntax("setname '" + text + "' is longer than 31 characters");
        }
        return text;
    }

    private void parts(String text) {
        String[] parts = text.split(",", -1);
        int wanted = type.dimension();
        if (parts.length > wanted) {
            throw ToolError.syntax(
                    switch (wanted) {
                        case 1 -> "Elem separator in " + text + ", but settype " + type.text() + " supports none.";
                        case 2 -> "Two elem separators in " + text + ", but settype " + type.text() + " supports one.";
                        default ->
                            "Three elem separators in " + text + ", but settype " + type.text() + " supports two.";
                    });
        }
        if (type == SetType.BITMAP_PORT) {
            PortReader.read(element, text, false, command);
            return;
        }
        first(parts[0]);
        if (wanted > 1 && (parts.length < 2 || parts[1].isEmpty())) {
            throw ToolError.syntax("Second element is missing from " + text + ".");
        }
        if (type.hasPort()) {
            PortReader.read(element, parts[1], ip6, command);
        } else if (type.hasDevice()) {
            device(parts[1]);
        }
        if (wanted > 2 && (parts.length < 3 || parts[2].isEmpty())) {
            throw ToolError.syntax("Third element is missing from " + text + ".");
        }
        if (wanted > 2) {
            second(parts[2]);
        }
    }

    private void first(String text) {
        int slash = Values.separator(text, '/');
        int dash = Values.separator(text, '-');
        boolean network = type.hasNetworks() && type != SetType.HASH_IP_PORT_NET;
        if (ip6 && !network && (slash >= 0 || dash >= 0)) {
            throw ToolError.syntax("plain IP address must be supplied: " + text);
        }
        if (slash >= 0) {
            element.cidr = (int) Values.number(text.substring(slash + 1), 0, ip6 ? 128 : 32);
            element.address = Values.address(text.substring(0, slash), ip6);
        } else if (dash >= 0 && ip6) {
            throw ToolError.syntax("IP address or IP/cidr must be specified: " + text);
        } else if (dash >= 0) {
            element.address = Values.address(text.substring(0, dash), false);
            element.addressTo = Values.address(text.substring(dash + 1), false)[0];
            element.hasAddressTo = true;
        } else {
            element.address = Values.address(text, ip6);
        }
    }

    private void second(String text) {
        int slash = Values.separator(text, '/');
        int dash = Values.separator(text, '-');
        if (type == SetType.HASH_IP_PORT_IP && (slash >= 0 || dash >= 0)) {
            throw ToolError.syntax("plain IP address must be supplied: " + text);
        }
        if (slash >= 0) {
            element.secondCidr = (int) Values.number(text.substring(slash + 1), 0, ip6 ? 128 : 32);
            element.second = Values.address(text.substring(0, slash), ip6);
        } else if (dash >= 0 && ip6) {
            throw ToolError.syntax("IP address or IP/cidr must be specified: " + text);
        } else if (dash >= 0) {
            element.second = Values.address(text.substring(0, dash), false);
            element.secondTo = Values.address(text.substring(dash + 1), false)[0];
            element.hasSecondTo = true;
        } else {
            element.second = Values.address(text, ip6);
        }
    }

    private void device(String text) {
        element.isPhysical = text.startsWith("physdev:");
        String name = element.isPhysical ? text.substring("physdev:".length()) : text;
        if (name.length() > LONGEST_DEVICE) {
            throw ToolError.syntax("interface name '" + name + "' is longer than " + LONGEST_DEVICE + " characters");
        }
        element.device = name;
    }

    /// A test is about one element, with few exceptions.
    private void checkTest() {
        boolean range = type == SetType.HASH_IP;
        boolean network = range || type.hasNetworks() && type != SetType.HASH_IP_PORT_NET;
        if (element.hasAddressTo && !range) {
            throw refused("FROM-TO IP range");
        }
        if (element.cidr >= 0 && !network) {
            throw refused("IP/CIDR range");
        }
        if (element.portTo >= 0) {
            throw refused("FROM-TO port range");
        }
    }

    private ToolError refused(String what) {
        String family = type == SetType.BITMAP_PORT ? "unspec" : ip6 ? "inet6" : "inet";
        return ToolError.of(
                what + " is not allowed in command test with set type " + type.text() + " and family " + family);
    }

    /// The words behind the element.
    private final class Options {
        private final Set<String> given = new HashSet<>();
        private final ElementValues values = element.values;

        void read(List<String> words) {
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                if (flag(word)) {
                    continue;
                }
                if (!takesValue(word)) {
                    throw ToolError.usage("Unknown argument: `" + word + "'");
                }
                if (i + 1 == words.size()) {
                    throw ToolError.usage("Missing mandatory argument of option `" + word + "'");
                }
                String kind = word.equals("before") ? "after" : word;
                if (!given.add(kind)) {
                    throw ToolError.syntax(kind + " already specified");
                }
                value(word, words.get(++i));
            }
        }

        private boolean flag(String word) {
            if (word.equals("nomatch") && type.hasNetworks() && !command.equals("del")) {
                values.isNomatch = true;
                return true;
            }
            if (word.equals("wildcard") && type.hasDevice() && command.equals("add")) {
                values.isWildcard = true;
                return true;
            }
            return false;
        }

        private boolean takesValue(String word) {
            return switch (word) {
                case "timeout", "packets", "bytes", "comment", "skbmark", "skbprio", "skbqueue" ->
                    command.equals("add");
                case "before", "after" -> type == SetType.LIST_SET;
                default -> false;
            };
        }

        private void value(String word, String text) {
            switch (word) {
                case "timeout" -> values.timeout = Values.timeout(text);
                case "packets" -> {
                    values.packets = Values.counter(text);
                    values.hasPackets = true;
                }
                case "bytes" -> {
                    values.bytes = Values.counter(text);
                    values.hasBytes = true;
                }
                case "comment" -> values.comment = comment(text);
                case "skbmark" -> mark(text);
                case "skbprio" -> priority(text);
                case "skbqueue" -> {
                    values.queue = (int) Values.number(text, 0, 0xffff);
                    values.hasQueue = true;
                }
                default -> {
                    element.isBefore = word.equals("before");
                    element.reference = name(text);
                }
            }
        }

        private static String comment(String text) {
            if (text.indexOf('"') >= 0) {
                throw ToolError.syntax("\" character is not permitted in comments");
            }
            if (text.length() > 255) {
                throw ToolError.syntax("Comment is longer than the maximum allowed 255 characters");
            }
            return text;
        }

        private void mark(String text) {
            if (!text.matches("0[xX][0-9a-fA-F]{1,8}(/0[xX][0-9a-fA-F]{1,8})?")) {
                throw ToolError.syntax("Invalid skbmark format, it should be:  MARK/MASK or MARK (see manpage)");
            }
            int slash = text.indexOf('/');
            values.mark = hex(slash < 0 ? text.substring(2) : text.substring(2, slash));
            values.markMask = slash < 0 ? -1 : hex(text.substring(slash + 3));
            values.hasMark = true;
        }

        private void priority(String text) {
            if (!text.matches("[0-9a-fA-F]{1,4}:[0-9a-fA-F]{1,4}")) {
                throw ToolError.syntax("Invalid skbprio format, it should be:MAJOR:MINOR (see manpage)");
            }
            int colon = text.indexOf(':');
            values.priority = hex(text.substring(0, colon)) << 16 | hex(text.substring(colon + 1));
            values.hasPriority = true;
        }

        private static int hex(String digits) {
            return Integer.parseUnsignedInt(digits, 16);
        }
    }
}
