package dev.weft.net.tcpdump;

import dev.weft.core.capture.DataLink;
import dev.weft.net.tcpdump.print.PrintOptions;
import org.jspecify.annotations.Nullable;

/// What tcpdump was asked to do.
///
/// @param action   what to do in place of a capture, if anything
/// @param device   `-i`, as it was given
/// @param readFile `-r`
/// @param writeFile `-w`
/// @param count    `-c`; 0 without limit
/// @param countOnly `--count`
/// @param printToo `--print`: print although `-w` is given
/// @param snapLength `-s`
/// @param direction `-Q`
/// @param promiscuous not `-p`
/// @param link      `-y`
/// @param filterFile `-F`
record TcpdumpOptions(
        Action action,
        @Nullable String device,
        @Nullable String readFile,
        @Nullable String writeFile,
        long count,
        boolean countOnly,
        boolean printToo,
        int snapLength,
        Direction direction,
        boolean promiscuous,
        @Nullable DataLink link,
        @Nullable String filterFile,
        String expression,
        PrintOptions print) {

    static final int MAXIMUM_SNAP_LENGTH = 262_144;

    enum Action {
        CAPTURE,
        LIST_DEVICES,
        LIST_LINK_TYPES,
        LIST_TIME_STAMP_TYPES
    }

    enum Direction {
        IN,
        OUT,
        BOTH
    }

    /// Are names of hosts, ports and protocols needed?
    boolean needsNames() {
        return !expression.isEmpty() || filterFile != null || !print.numeric();
    }

    /// Does text go out, and not only a file?
    boolean prints() {
        return !countOnly && (writeFile == null || printToo);
    }
}
