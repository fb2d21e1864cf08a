package dev.weft.net.tcpdump.print;

/// How a line begins: tcpdump's default and its `-t`, `-tt`, `-ttt`, `-tttt` and `-ttttt`.
public enum TimeStamp {
    /// Local time of day.
    CLOCK,
    /// Nothing (`-t`).
    NONE,
    /// Seconds since 1970 (`-tt`).
    EPOCH,
    /// Time since the previous line (`-ttt`).
    SINCE_PREVIOUS,
    /// Local date and time (`-tttt`).
    DATE,
    /// Time since the first line (`-ttttt`).
    SINCE_FIRST
}
