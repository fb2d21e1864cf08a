package dev.weft.net.link.bridge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What `brctl` can be told, with the help of bridge-utils 1.7.
enum BrctlVerb {
    ADDBR(1, "<bridge>\t\tadd bridge"),
    DELBR(1, "<bridge>\t\tdelete bridge"),
    ADDIF(2, "<bridge> <device>\tadd interface to bridge"),
    DELIF(2, "<bridge> <device>\tdelete interface from bridge"),
    HAIRPIN(3, "<bridge> <port> {on|off}\tturn hairpin on/off"),
    SETAGEING(2, "<bridge> <time>\t\tset ageing time"),
    SETBRIDGEPRIO(2, "<bridge> <prio>\t\tset bridge priority"),
    SETFD(2, "<bridge> <time>\t\tset bridge forward delay"),
    SETHELLO(2, "<bridge> <time>\t\tset hello time"),
    SETMAXAGE(2, "<bridge> <time>\t\tset max message age"),
    SETPATHCOST(3, "<bridge> <port> <cost>\tset path cost"),
    SETPORTPRIO(3, "<bridge> <port> <prio>\tset port priority"),
    SHOW(0, "[ <bridge> ]\t\tshow a list of bridges"),
    SHOWMACS(1, "<bridge>\t\tshow a list of mac addrs"),
    SHOWSTP(1, "<bridge>\t\tshow bridge stp info"),
    STP(2, "<bridge> {on|off}\tturn stp on/off");

    private final int leastWords;
    private final String help;

    BrctlVerb(int leastWords, String help) {
        this.leastWords = leastWords;
        this.help = help;
    }

    static Optional<BrctlVerb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    /// What `brctl` says of itself.
    static String usage() {
        return Arrays.stream(values())
                .map(verb -> "\t%-10s\t%s\n".formatted(verb.word(), verb.help))
                .collect(Collectors.joining("", "Usage: brctl [commands]\ncommands:\n", ""));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How many words must follow; more are not looked at, or are more of the same.
    int leastWords() {
        return leastWords;
    }

    String misuse() {
        return "Incorrect number of arguments for command\nUsage: brctl " + word() + " " + help + "\n";
    }
}
