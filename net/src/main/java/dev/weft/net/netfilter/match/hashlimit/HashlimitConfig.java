package dev.weft.net.netfilter.match.hashlimit;

import java.util.LinkedHashMap;
import java.util.Map;

/// What one rule says of its table and its limit (kernel: `struct hashlimit_cfg3`).
///
/// @param mode which parts of a packet name its group
/// @param burst packets; for bytes how many seconds' worth
/// @param interval seconds of a rate match; 0 where the limit is a token bucket
record HashlimitConfig(
        HashlimitRate rate,
        boolean isAbove,
        int mode,
        long burst,
        int sourceBits,
        int destinationBits,
        Table table,
        int interval) {
    static final int SOURCE = 2;
    static final int SOURCE_PORT = 8;
    static final int DESTINATION = 1;
    static final int DESTINATION_PORT = 4;

    /// The parts in the order in which they are written.
    static final Map<String, Integer> MODES = modes();

    static final long DEFAULT_GC_MILLIS = 1000;

    /// What is said of the table; 0 where nothing is.
    record Table(String name, long buckets, long most, long gcMillis, long expireMillis) {}

    private static Map<String, Integer> modes() {
        Map<String, Integer> modes = new LinkedHashMap<>();
        modes.put("srcip", SOURCE);
        modes.put("srcport", SOURCE_PORT);
        modes.put("dstip", DESTINATION);
        modes.put("dstport", DESTINATION_PORT);
        return modes;
    }

    boolean isRateMatch() {
        return interval != 0;
    }

    String modeText(String separator) {
        return String.join(
                separator,
                MODES.keySet().stream()
                        .filter(name -> (mode & MODES.getOrDefault(name, 0)) != 0)
                        .toList());
    }

    void save(StringBuilder to, boolean ip6) {
        to.append(isAbove ? " --hashlimit-above " : " --hashlimit-upto ").append(rate.text());
        burst(to, " --hashlimit-burst ");
        if (mode != 0) {
            to.append(" --hashlimit-mode ").append(modeText(","));
        }
        to.append(" --hashlimit-name ").append(table.name);
        rest(to, " --hashlimit-", rate, ip6);
    }

    void print(StringBuilder to, boolean ip6) {
        boolean spread = isRateMatch() && !rate.isBytes();
        HashlimitRate listed = spread ? rate.times(interval) : rate;
        to.append(" limit: ").append(isAbove ? "above " : "up to ").append(listed.text());
        burst(to, " burst ");
        if (mode != 0) {
            to.append(" mode ").append(modeText("-"));
        }
        rest(to, " ", listed, ip6);
    }

    private void burst(StringBuilder to, String word) {
        if (!rate.isBytes()) {
            to.append(word).append(burst);
        } else if (burst != 0) {
            to.append(word).append(HashlimitRate.bytesText(rate.bytesPerSecond() * burst));
        }
    }

    private void rest(StringBuilder to, String prefix, HashlimitRate written, boolean ip6) {
        number(to, prefix + "htable-size ", table.buckets, 0);
        number(to, prefix + "htable-max ", table.most, 0);
        number(to, prefix + "htable-gcinterval ", table.gcMillis, DEFAULT_GC_MILLIS);
        number(to, prefix + "htable-expire ", table.expireMillis, expiry(written, burst != 0));
        number(to, prefix + "srcmask ", sourceBits, ip6 ? 128 : 32);
        number(to, prefix + "dstmask ", destinationBits, ip6 ? 128 : 32);
        if (isRateMatch()) {
            to.append(prefix).append("rate-match");
            number(to, prefix + "rate-interval ", interval, 1);
        }
    }

    /// The milliseconds after which a group is forgotten unless something else is said.
    private static long expiry(HashlimitRate rate, boolean hasBurst) {
        return rate.isBytes() ? byteExpiry(hasBurst) : rate.writtenUnitSeconds() * 1000L;
    }

    /// The same for bytes.
    static long byteExpiry(boolean hasBurst) {
        return hasBurst ? 60_000 : 15_000;
    }

    private static void number(StringBuilder to, String word, long value, long usual) {
        if (value != usual) {
            to.append(word).append(value);
        }
    }
}
