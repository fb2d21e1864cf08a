package dev.weft.net.netfilter.set;

import dev.weft.core.wire.Ip4Address;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the options of `ipset create NAME TYPE …`.
final class CreateReader {
    private final SetType type;
    private final SetOptions options = new SetOptions();
    private final Set<String> given = new HashSet<>();

    CreateReader(SetType type) {
        this.type = type;
    }

    SetOptions read(List<String> words) {
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
            if (!given.add(word)) {
                throw ToolError.syntax(word + " already specified");
            }
            value(word, words.get(++i));
        }
        if (type.isBitmap() && !given.contains("range") && !given.contains("from")) {
            throw ToolError.usage("Mandatory option `range' is missing");
        }
        if (type.isBitmap() && given.contains("from") && !given.contains("to")) {
            throw ToolError.usage("Mandatory option `to' is missing");
        }
        if (type.isBitmap()) {
            order();
        }
        return options;
    }

    private boolean flag(String word) {
        switch (word) {
            case "counters" -> options.counters = true;
            case "comment" -> options.comment = true;
            case "skbinfo" -> options.skbinfo = true;
            case "forceadd" -> {
                if (!type.isHash()) {
                    return false;
                }
                options.forceAdd = true;
            }
            case "-4", "-6" -> {
                if (!type.isHash()) {
                    return false;
                }
                options.ip6 = word.equals("-6");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean takesValue(String word) {
        return switch (word) {
            case "timeout" -> true;
            case "family", "hashsize", "maxelem", "bucketsize", "initval", "probes", "resize", "gc" -> type.isHash();
            case "netmask" -> type.hasNetmask();
            case "bitmask" -> type.hasNetmask() && type.isHash();
            case "range", "from", "to" -> type.isBitmap();
            case "size" -> type == SetType.LIST_SET;
            default -> false;
        };
    }

    private void value(String word, String text) {
        switch (word) {
            case "timeout" -> options.timeout = Values.timeout(text);
            case "family" -> options.ip6 = family(text);
            case "hashsize" -> {
                long size = Values.number(text, 0, Values.UINT32);
                options.hashSize = size == 0 ? options.hashSize : size;
            }
            case "maxelem" -> options.maxElements = Values.number(text, 0, Values.UINT32);
            case "bucketsize" -> options.bucketSize = (int) Values.number(text, 0, 255);
            case "initval" -> {
                options.seed = (int) Values.number(text, 0, Values.UINT32);
                options.hasSeed = true;
            }
            case "netmask" -> netmask(text);
            case "bitmask" -> {
                options.bitmask = Values.address(text, options.ip6);
                exclusive();
            }
            case "range" -> range(text);
            case "from" -> options.from = bound(text);
            case "to" -> options.to = bound(text);
            case "size" -> options.size = Values.number(text, 0, Values.UINT32);
            default -> {
                // probes, resize, gc: of old, ignored
            }
        }
    }

    private static boolean family(String text) {
        return switch (text) {
            case "inet", "ipv4", "-4" -> false;
            case "inet6", "ipv6", "-6" -> true;
            default -> throw ToolError.syntax("unknown inet family " + text);
        };
    }

    private void netmask(String text) {
        int most = options.ip6 ? 128 : 32;
        try {
            options.netmask = (int) Values.number(text, 1, most);
        } catch (ToolError error) {
            throw ToolError.of(error.text() + "\nSyntax error: netmask is out of the inclusive range of 1-" + most);
        }
        exclusive();
    }

    private void exclusive() {
        if (options.netmask != 0 && options.bitmask.length > 0) {
            throw ToolError.syntax("bitmask and netmask are mutually exclusive, provide only one");
        }
    }

    // ---- the range of a bitmap

    private int bound(String text) {
        return type == SetType.BITMAP_PORT ? PortReader.port(text, "tcp") : Values.address(text, false)[0];
    }

    private void range(String text) {
        int slash = Values.separator(text, '/');
        int dash = Values.separator(text, '-');
        if (type == SetType.BITMAP_IP && slash >= 0) {
            int length = (int) Values.number(text.substring(slash + 1), 0, 32);
            int mask = Ip4Address.mask(length);
            options.from = bound(text.substring(0, slash)) & mask;
            options.to = options.from | ~mask;
        } else if (dash >= 0) {
            options.from = bound(text.substring(0, dash));
            options.to = bound(text.substring(dash + 1));
        } else if (type == SetType.BITMAP_IP) {
            throw ToolError.syntax("IP/cidr or IP-IP range must be specified: " + text);
        } else {
            options.from = bound(text);
            throw ToolError.usage("Mandatory option `to' is missing");
        }
    }

    private void order() {
        if (Integer.compareUnsigned(options.from, options.to) > 0) {
            int swap = options.from;
            options.from = options.to;
            options.to = swap;
        }
        long span = (options.to & Values.UINT32) - (options.from & Values.UINT32);
        if (type == SetType.BITMAP_IP) {
            int length = options.netmask == 0 ? 32 : options.netmask;
            if (options.netmask != 0 && (options.from & ~Ip4Address.mask(length)) != 0
                    || options.netmask != 0 && span < (1L << 32 - length) - 1) {
                throw new SetRefusal(SetRefusal.RANGE);
            }
            if (span >>> 32 - length > 0xffff) {
                throw new SetRefusal(SetRefusal.RANGE_SIZE);
            }
        }
    }
}
