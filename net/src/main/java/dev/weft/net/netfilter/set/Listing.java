package dev.weft.net.netfilter.set;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Prints sets for people, for `ipset restore`, or as XML.
final class Listing {
    /// How sets are printed (`-o`).
    enum Mode {
        PLAIN,
        SAVE,
        XML
    }

    private final Mode mode;
    private final boolean headersOnly;
    private final boolean sorted;
    private final StringBuilder out = new StringBuilder();

    Listing(Mode mode, boolean headersOnly, boolean sorted) {
        this.mode = mode;
        this.headersOnly = headersOnly && mode != Mode.SAVE;
        this.sorted = sorted;
    }

    /// Only the names.
    static String names(List<IpSet> sets, Mode mode) {
        StringBuilder out = new StringBuilder(mode == Mode.XML ? "<ipsets>\n" : "");
        for (IpSet set : sets) {
            out.append(mode == Mode.XML ? "<ipset name=\"" + set.name() + "\"/>\n" : set.name() + "\n");
        }
        return out.append(mode == Mode.XML ? "</ipsets>\n" : "").toString();
    }

    String print(List<IpSet> sets) {
        if (mode == Mode.XML) {
            out.append("<ipsets>\n");
        }
        for (int i = 0; i < sets.size(); i++) {
            out.append(mode == Mode.PLAIN && i > 0 ? "\n" : "");
            switch (mode) {
                case PLAIN -> plain(sets.get(i));
                case SAVE -> save(sets.get(i));
                case XML -> xml(sets.get(i));
            }
        }
        if (mode == Mode.XML) {
            out.append("</ipsets>\n");
        }
        return out.toString();
    }

    private void plain(IpSet set) {
        int count = set.count();
        out.append("Name: ").append(set.name()).append('\n');
        out.append("Type: ").append(set.type().text()).append('\n');
        out.append("Revision: ").append(set.type().revision()).append('\n');
        out.append("Header:").append(header(set, false)).append('\n');
        out.append("Size in memory: ").append(set.memoryBytes()).append('\n');
        out.append("References: ").append(set.references()).append('\n');
        out.append("Number of entries: ").append(count).append('\n');
        if (!headersOnly) {
            out.append("Members:\n");
            members(set, false).forEach(line -> out.append(line).append('\n'));
        }
    }

    private void save(IpSet set) {
        out.append("create ")
                .append(quoted(set.name()))
                .append(' ')
                .append(set.type().text());
        out.append(header(set, false)).append('\n');
        members(set, false)
                .forEach(line -> out.append("add ")
                        .append(quoted(set.name()))
                        .append(' ')
                        .append(line)
                        .append('\n'));
    }

    private static String quoted(String name) {
        return name.indexOf(' ') >= 0 ? '"' + name + '"' : name;
    }

    private void xml(IpSet set) {
        int count = set.count();
        out.append("<ipset name=\"").append(set.name()).append("\">\n");
        out.append("<type>").append(set.type().text()).append("</type>\n");
        out.append("<revision>").append(set.type().revision()).append("</revision>\n");
        out.append("<header>").append(header(set, true)).append('\n');
        out.append("<memsize>").append(set.memoryBytes()).append("</memsize>\n");
        out.append("<references>").append(set.references()).append("</references>\n");
        out.append("<numentries>").append(count).append("</numentries>\n</header>\n");
        if (!headersOnly) {
            out.append("<members>\n");
            members(set, true)
                    .forEach(line -> out.append("<member>").append(line).append("</member>\n"));
            out.append("</members>\n");
        }
        out.append("</ipset>\n");
    }

    private static StringBuilder header(IpSet set, boolean xml) {
        Words words = new Words(xml);
        set.header(words);
        return words.line;
    }

    private List<StringBuilder> members(IpSet set, boolean xml) {
        Words words = new Words(xml);
        set.members(words);
        words.end();
        if (sorted && set.type() != SetType.LIST_SET) {
            words.members.sort(Comparator.comparing((Member m) -> sortKey(m.element, set.isIp6())));
        }
        return words.members.stream().map(Member::line).toList();
    }

    /// Addresses and ports by their numbers, shorter networks behind the longer ones of the same address.
    private static String sortKey(String element, boolean ip6) {
        StringBuilder key = new StringBuilder();
        for (String part : element.split(",")) {
            int slash = part.indexOf('/');
            var address = AddressText.parse(slash < 0 ? part : part.substring(0, slash), ip6);
            if (address.isPresent()) {
                for (int word : address.get()) {
                    key.append(String.format("%08x", word));
                }
                int length = slash < 0 ? 128 : Integer.parseInt(part.substring(slash + 1));
                key.append(String.format("%03d", 128 - length));
            } else {
                key.append(portKey(part));
            }
        }
        return key.toString();
    }

    private static String portKey(String part) {
        int colon = part.indexOf(':');
        String protocol = colon < 0 ? "" : part.substring(0, colon);
        String port = part.substring(colon + 1);
        String rank = protocol.equals("tcp") ? "0" : protocol.equals("udp") ? "1" : "2" + protocol;
        return port.matches("[0-9]{1,5}") ? rank + String.format("%05d", Integer.parseInt(port)) : rank + port;
    }

    private record Member(String element, StringBuilder line) {}

    /// Collects what a set says of itself.
    private static final class Words implements MemberText {
        private final boolean xml;
        private final List<Member> members = new ArrayList<>();
        private StringBuilder line = new StringBuilder();
        private String current = "";

        Words(boolean xml) {
            this.xml = xml;
        }

        @Override
        public void element(String text) {
            end();
            current = text;
            line.append(xml ? "<elem>" + text + "</elem>" : text);
        }

        @Override
        public void flag(String name) {
            line.append(xml ? "<" + name + "/>" : " " + name);
        }

        @Override
        public void value(String name, String value) {
            line.append(xml ? "<" + name + ">" + value + "</" + name + ">" : " " + name + " " + value);
        }

        void end() {
            if (!line.isEmpty()) {
                members.add(new Member(current, line));
            }
            line = new StringBuilder();
        }
    }

    static Mode mode(String word) {
        return switch (word) {
            case "plain", "save", "xml" -> Mode.valueOf(word.toUpperCase(Locale.ROOT));
            default -> throw ToolError.syntax("unknown output mode '" + word + "'");
        };
    }
}
