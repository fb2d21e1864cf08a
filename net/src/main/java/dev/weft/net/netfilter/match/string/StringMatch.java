package dev.weft.net.netfilter.match.string;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.RuleCheck;
import java.util.Arrays;

/// `-m string`: some bytes within a part of the packet (kernel: `string_mt`).
final class StringMatch implements Match {
    /// The end that is meant when none is said.
    static final int NO_END = 0xffff;

    private static final int BYTES = 256;

    /// Where to look and how.
    ///
    /// @param algorithm as typed; what is found is the same with all
    record Search(String algorithm, int from, int to, boolean isCaseIgnored) {}

    private final byte[] pattern;
    private final Search search;
    private final boolean inverted;
    private final int[] shifts = new int[BYTES]; // how far on, by the last byte looked at

    StringMatch(byte[] pattern, Search search, boolean inverted) {
        this.pattern = pattern.clone();
        this.search = search;
        this.inverted = inverted;
        Arrays.fill(shifts, pattern.length);
        for (int i = 0; i < pattern.length - 1; i++) {
            shifts[folded(pattern[i] & 0xff)] = pattern.length - 1 - i;
        }
    }

    @Override
    public MatchType type() {
        return StringType.TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        return isIn(packet) != inverted;
    }

    /// Looks at the last byte of each place first (Boyer, Moore, Horspool).
    private boolean isIn(Packet packet) {
        int last = pattern.length - 1;
        int end = Math.min(search.to, packet.length());
        int at = search.from + last;
        while (at < end) {
            int seen = folded(packet.u8(at));
            int i = 0;
            while (i <= last && folded(packet.u8(at - i)) == folded(pattern[last - i] & 0xff)) {
                i++;
            }
            if (i > last) {
                return true;
            }
            at += Math.max(1, shifts[seen]);
        }
        return false;
    }

    private int folded(int character) {
        return search.isCaseIgnored && character >= 'a' && character <= 'z' ? character - 'a' + 'A' : character;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void enter(RuleCheck check) {
        if (search.from > search.to || pattern.length == 0) {
            throw new KernelError(Errno.EINVAL);
        }
        if (!search.algorithm.equals("bm") && !search.algorithm.equals("kmp")) {
            throw new KernelError(Errno.ENOENT);
        }
    }

    @Override
    public void save(StringBuilder to) {
        boolean hex = isHexNeeded();
        to.append(inverted ? " !" : "").append(hex ? " --hex-string" : " --string");
        text(to, hex);
        to.append(" --algo ").append(search.algorithm);
        if (search.from != 0) {
            to.append(" --from ").append(search.from);
        }
        if (search.to != NO_END && search.to != 0) {
            to.append(" --to ").append(search.to);
        }
        to.append(search.isCaseIgnored ? " --icase" : "");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" STRING match ").append(inverted ? "!" : "");
        text(to, isHexNeeded());
        to.append(" ALGO name ").append(search.algorithm);
        if (search.from != 0) {
            to.append(" FROM ").append(search.from);
        }
        if (search.to != NO_END && search.to != 0) {
            to.append(" TO ").append(search.to);
        }
        to.append(search.isCaseIgnored ? " ICASE" : "");
    }

    private boolean isHexNeeded() {
        for (byte b : pattern) {
            if (b < ' ' || b > '~') {
                return true;
            }
        }
        return pattern.length > 0 && pattern[pattern.length - 1] == '\\';
    }

    private void text(StringBuilder to, boolean hex) {
        to.append(hex ? " \"|" : " \"");
        for (byte b : pattern) {
            if (hex) {
                to.append(String.format("%02x", b));
            } else {
                to.append(b == '"' || b == '\\' ? "\\" : "").append((char) b);
            }
        }
        to.append(hex ? "|\"" : "\"");
    }
}
