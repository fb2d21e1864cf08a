package dev.weft.iptables;

import java.io.IOException;

/// What runs the iptables commands: the host, Weft, or a model in memory.
@FunctionalInterface
public interface Runner {
    /// Runs one command to its end. A command that ends with a failure is a result, not an exception.
    ///
    /// @throws IOException when the command cannot be run
    /// @throws InterruptedException when the calling thread is interrupted while it waits
    Result run(Invocation invocation) throws IOException, InterruptedException;

    /// How a command ended: its exit status and what it wrote.
    record Result(int exitStatus, String stdout, String stderr) {}
}
