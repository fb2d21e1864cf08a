package dev.weft.iptables;

import java.util.Comparator;
import java.util.regex.Pattern;

/// What `iptables --version` tells: three numbers, and which half of the kernel the command talks to.
public record Version(int major, int minor, int patch, Mode mode) implements Comparable<Version> {
    private static final Pattern TEXT = Pattern.compile("v(\\d+)\\.(\\d+)\\.(\\d+)(?:\\s+\\((\\w+))?");
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::patch);

    /// The kernel interface behind the command.
    public enum Mode {
        /// The xtables of old, and every version that does not tell.
        LEGACY("legacy"),
        /// The same rules, kept in nftables.
        NF_TABLES("nf_tables");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /// Reads `iptables v1.8.9 (nf_tables)`, or the shorter text of versions before 1.8.
    ///
    /// @throws IllegalArgumentException when there is no version in the text
    public static Version parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no iptables version found in: " + text.strip());
        }
        return new Version(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                Mode.NF_TABLES.toString().equals(matcher.group(4)) ? Mode.NF_TABLES : Mode.LEGACY);
    }

    /// Whether `-C` is there (1.4.11); before, rules are looked up in a listing.
    public boolean hasCheck() {
        return isAtLeast(1, 4, 11);
    }

    /// Whether `--wait` is there (1.4.20); before, the lock file is locked around each command.
    public boolean hasWait() {
        return isAtLeast(1, 4, 20);
    }

    /// Whether `--wait` takes a number of seconds (1.6.0).
    public boolean hasWaitSeconds() {
        return isAtLeast(1, 6, 0);
    }

    /// Whether `iptables-restore` knows `--wait` (1.6.2).
    public boolean hasRestoreWait() {
        return isAtLeast(1, 6, 2);
    }

    /// Whether SNAT and MASQUERADE know `--random-fully` (1.6.2).
    public boolean hasRandomFully() {
        return isAtLeast(1, 6, 2);
    }

    /// Whether this is the given version or a later one.
    public boolean isAtLeast(int major, int minor, int patch) {
        return compareTo(new Version(major, minor, patch, mode)) >= 0;
    }

    /// By age; the mode does not count.
    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    /// As `iptables --version` prints it, without the command's name.
    @Override
    public String toString() {
        return "v" + major + "." + minor + "." + patch + " (" + mode + ")";
    }
}
