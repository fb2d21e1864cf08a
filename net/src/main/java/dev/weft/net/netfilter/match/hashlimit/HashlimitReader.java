package dev.weft.net.netfilter.match.hashlimit;

import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the options of the match `hashlimit`.
final class HashlimitReader implements Builder<Match> {
    private static final String NAME = "hashlimit";
    private static final long UINT = 0xffff_ffffL;
    private static final int LONGEST_NAME = 254;
    private static final int MOST_BURST = 1_000_000;
    private static final int DEFAULT_BURST = 5;
    private static final Pattern BYTES = Pattern.compile("([0-9]+)(b|kb|mb)", Pattern.CASE_INSENSITIVE);

    private final boolean ip6;
    private @Nullable HashlimitRate rate;
    private boolean above;
    private int mode;
    private long burst = -1;
    private String name = "";
    private long buckets;
    private long most;
    private long gcMillis = HashlimitConfig.DEFAULT_GC_MILLIS;
    private long expireMillis = -1;
    private int sourceBits;
    private int destinationBits;
    private boolean rateMatch;
    private int interval;

    HashlimitReader(boolean ip6) {
        this.ip6 = ip6;
        sourceBits = ip6 ? 128 : 32;
        destinationBits = sourceBits;
    }

    @Override
    public void option(Option option, OptionInput input) {
        String text = input.argument();
        switch (option.id()) {
            case "hashlimit-upto", "hashlimit-above" -> {
                rate = HashlimitRate.parse(text);
                if (rate == null) {
                    throw bad(option, text);
                }
                above = option.id().equals("hashlimit-above") != input.isInverted();
            }
            case "hashlimit-burst" -> burst = burst(text);
            case "hashlimit-htable-size" -> buckets = number(option, text, UINT);
            case "hashlimit-htable-max" -> most = number(option, text, UINT);
            case "hashlimit-htable-gcinterval" -> gcMillis = number(option, text, UINT);
            case "hashlimit-htable-expire" -> expireMillis = number(option, text, UINT);
            case "hashlimit-mode" -> mode = mode(option, text);
            case "hashlimit-name" -> name = OptionValues.string(text, 1, LONGEST_NAME);
            case "hashlimit-srcmask" -> sourceBits = (int) number(option, text, 128);
            case "hashlimit-dstmask" -> destinationBits = (int) number(option, text, 128);
            case "hashlimit-rate-match" -> rateMatch = true;
            default -> interval = (int) OptionValues.uint(NAME, option, text, 1, Integer.MAX_VALUE);
        }
    }

    private static long number(Option option, String text, long max) {
        return OptionValues.uint(NAME, option, text, 0, max);
    }

    private static XtablesError bad(Option option, String text) {
        return XtablesError.parameter(NAME + ": Bad value for \"--" + option.name() + "\" option: \"" + text + "\"");
    }

    private static int mode(Option option, String text) {
        int mode = 0;
        for (String word : text.split(",")) {
            Integer bit = HashlimitConfig.MODES.get(word);
            if (bit == null && !word.isEmpty()) {
                throw bad(option, text);
            }
            mode |= bit == null ? 0 : bit;
        }
        return mode;
    }

    private static long burst(String text) {
        Matcher bytes = BYTES.matcher(text);
        OptionalLong value = bytes.matches()
                ? OptionalLong.of(HashlimitRate.bytes(bytes.group(1), bytes.group(2)))
                : OptionValues.number(text);
        if (value.isEmpty() || value.getAsLong() == 0 || value.getAsLong() > UINT) {
            throw badBurst();
        }
        return value.getAsLong();
    }

    private static XtablesError badBurst() {
        return XtablesError.parameter(
                "bad value for option \"--hashlimit-burst\", or out of range (1-" + MOST_BURST + ").");
    }

    @Override
    public Match build() {
        HashlimitRate known = rate;
        if (known == null) {
            throw XtablesError.parameter("You have to specify --hashlimit");
        }
        long seconds = known.isBytes() ? byteBurst(known) : packetBurst();
        if (name.isEmpty()) {
            throw XtablesError.parameter(NAME + ": option \"--hashlimit-name\" must be specified\n");
        }
        long usualExpiry = known.isBytes() ? HashlimitConfig.byteExpiry(seconds != 0) : known.unitSeconds() * 1000L;
        HashlimitConfig.Table table =
                new HashlimitConfig.Table(name, buckets, most, gcMillis, expireMillis < 0 ? usualExpiry : expireMillis);
        int every = !rateMatch ? 0 : interval == 0 ? known.unitSeconds() : interval;
        HashlimitRate counted = rateMatch && !known.isBytes()
                ? new HashlimitRate(known.period() / known.unitSeconds(), false, known.unitSeconds())
                : known;
        return new HashlimitMatch(
                new HashlimitConfig(counted, above, mode, seconds, sourceBits, destinationBits, table, every), ip6);
    }

    private long packetBurst() {
        if (burst > MOST_BURST) {
            throw badBurst();
        }
        return burst < 0 ? DEFAULT_BURST : burst;
    }

    /// How many seconds' worth; 0 where nothing is said.
    private long byteBurst(HashlimitRate known) {
        if (burst < 0) {
            return 0;
        }
        long second = Math.max(1, known.bytesPerSecond());
        if (burst < second) {
            throw XtablesError.parameter("burst cannot be smaller than " + second + "b");
        }
        return burst / second + (burst % second == 0 ? 0 : 1);
    }
}
