package dev.weft.net.iproute;

import org.jspecify.annotations.Nullable;

/// What was said between the name of the tool and its object: how to select and how to print.
///
/// @param family        `-4`, `-6`, `-0`, `-B`, `-M` or `-family`; else [AddressFamily#UNSPEC]
/// @param statistics    how often `-s` was given
/// @param details       how often `-d` was given
/// @param oneLine       `-o`: a backslash stands for each line end within an object
/// @param resolve       `-r`: names for addresses
/// @param numeric       `-N`: no names for numbers
/// @param brief         `-br`
/// @param json          `-j`
/// @param pretty        `-p`
/// @param human         `-h`: `24.4k`
/// @param iec           `-iec`: powers of 1024
/// @param timestamp     `-t` and `-ts`
/// @param color         `-c`
/// @param all           `-a`: every namespace
/// @param force         a batch goes on after a failure
/// @param echo          the kernel's own answer to a change is printed
/// @param compressVlans `bridge -c`: ranges of VLANs
/// @param loops         rounds of a flush
/// @param batch         the file of commands, `-` for standard input
public record IpOptions(
        AddressFamily family,
        int statistics,
        int details,
        boolean oneLine,
        boolean resolve,
        boolean numeric,
        boolean brief,
        boolean json,
        boolean pretty,
        boolean human,
        boolean iec,
        Timestamp timestamp,
        Color color,
        boolean all,
        boolean force,
        boolean echo,
        boolean compressVlans,
        int loops,
        @Nullable String batch) {

    /// How `monitor` dates an event.
    public enum Timestamp {
        NONE,
        LONG,
        SHORT
    }

    /// When text is coloured: `auto` means on a terminal.
    public enum Color {
        NEVER,
        AUTO,
        ALWAYS
    }

    private static final int DEFAULT_FLUSH_LOOPS = 10;

    /// No option at all.
    public static final IpOptions DEFAULT = new Values().build();

    /// What ends a line within an object (iproute2: `_SL_`).
    public String lineEnd() {
        return oneLine ? "\\" : "\n";
    }

    public boolean showsStatistics() {
        return statistics > 0;
    }

    public boolean showsDetails() {
        return details > 0;
    }

    /// The same options for another family.
    public IpOptions withFamily(AddressFamily other) {
        Values values = new Values(this);
        values.family = other;
        return values.build();
    }

    /// The options while they are being read.
    static final class Values {
        AddressFamily family = AddressFamily.UNSPEC;
        int statistics;
        int details;
        boolean oneLine;
        boolean resolve;
        boolean numeric;
        boolean brief;
        boolean json;
        boolean pretty;
        boolean human;
        boolean iec;
        Timestamp timestamp = Timestamp.NONE;
        Color color = Color.NEVER;
        boolean all;
        boolean force;
        boolean echo;
        boolean compressVlans;
        int loops = DEFAULT_FLUSH_LOOPS;

        @Nullable
        String batch;

        Values() {}

        Values(IpOptions from) {
            family = from.family;
            statistics = from.statistics;
            details = from.details;
            oneLine = from.oneLine;
            resolve = from.resolve;
            numeric = from.numeric;
            brief = from.brief;
            json = from.json;
            pretty = from.pretty;
            human = from.human;
            iec = from.iec;
            timestamp = from.timestamp;
            color = from.color;
            all = from.all;
            force = from.force;
            echo = from.echo;
            compressVlans = from.compressVlans;
            loops = from.loops;
            batch = from.batch;
        }

        IpOptions build() {
            return new IpOptions(
                    family,
                    statistics,
                    details,
                    oneLine,
                    resolve,
                    numeric,
                    brief,
                    json,
                    pretty,
                    human,
                    iec,
                    timestamp,
                    color,
                    all,
                    force,
                    echo,
                    compressVlans,
                    loops,
                    batch);
        }
    }
}
