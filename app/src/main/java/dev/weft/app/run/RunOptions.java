package dev.weft.app.run;

import picocli.CommandLine.Option;

/// What `weft run` and `weft exec` have in common.
final class RunOptions {
    @Option(names = "--virtual-time", description = "Time passes only while everything waits: sleeping costs nothing.")
    private boolean virtualTime;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of all randomness; runs with the same seed are the same.")
    private long seed = 1;

    @Option(
            names = "--path-only",
            description =
                    "Without a sandbox, which some machines forbid: a script can reach the host by absolute paths.")
    private boolean pathOnly;

    @Option(names = "--attach", description = "Lets the network be joined to the host's (ip link add … type host).")
    private boolean attach;

    boolean virtualTime() {
        return virtualTime;
    }

    long seed() {
        return seed;
    }

    boolean pathOnly() {
        return pathOnly;
    }

    boolean attach() {
        return attach;
    }
}
