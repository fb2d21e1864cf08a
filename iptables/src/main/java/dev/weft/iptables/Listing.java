package dev.weft.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads what `iptables -S` and `iptables -L -n -v -x` print.
final class Listing {
    /// Target, a column of nine, is empty for a rule without one; so was opt of ip6tables before 1.8.9.
    private static final Pattern ROW = Pattern.compile("""
            ^\\ *(?<pkts>\\d+)\\ +(?<bytes>\\d+)\\ (?<target>\\S*)\\ +(?<prot>\\S+)\\ +(?:(?<opt>--|-f|!f)\\ +)?\
            (?<in>\\S+)\\ +(?<out>\\S+)\\ +(?<source>\\S+)\\ +(?<destination>\\S+)\\ *(?<options>.*)$\
            """, Pattern.COMMENTS);

    private static final List<String> AS_PRINTED = List.of("pkts", "bytes", "target", "prot", "opt", "in", "out");

    private Listing() {}

    /// The lines, without warnings such as `# Warning: iptables-legacy tables present`, and with counters
    /// last.
    static List<String> lines(String stdout) {
        return content(stdout).map(Rule::countersLast).toList();
    }

    private static Stream<String> content(String stdout) {
        return stdout.lines().filter(line -> !line.startsWith("#"));
    }

    /// The chains' names: a listing of a table begins with them.
    static List<String> chains(String stdout) {
        return content(stdout)
                .takeWhile(line -> line.startsWith("-P ") || line.startsWith("-N "))
                .map(line -> line.split(" ", 3)[1])
                .toList();
    }

    /// One row a rule; the chain's name and the columns' names, two lines, are left out.
    static List<List<String>> rows(String stdout) {
        return content(stdout).skip(2).map(Listing::row).toList();
    }

    private static List<String> row(String line) {
        var matcher = ROW.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a line of statistics: " + line);
        }
        var row = new ArrayList<String>();
        AS_PRINTED.forEach(name -> row.add(group(matcher, name)));
        row.add(withPrefix(matcher.group("source")));
        row.add(withPrefix(matcher.group("destination")));
        row.add(matcher.group("options").strip());
        return List.copyOf(row);
    }

    private static String group(Matcher matcher, String name) {
        var text = matcher.group(name);
        return text == null ? "" : text;
    }

    /// A host is listed without its prefix, but means one of full length.
    private static String withPrefix(String address) {
        if (address.indexOf('/') >= 0) {
            return address;
        }
        return address + (address.indexOf(':') < 0 ? "/32" : "/128");
    }
}
