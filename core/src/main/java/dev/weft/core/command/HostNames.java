package dev.weft.core.command;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// The names of the machine as a caller sees them (uts_namespaces(7)). Like all of a session it never blocks: what it
/// finds out it tells later.
public interface HostNames {
    /// Which of the two names.
    enum Kind {
        HOST,
        /// That of NIS.
        DOMAIN
    }

    void read(Kind kind, Consumer<String> then);

    /// @param then hears 0, or the number of the error
    void write(Kind kind, String name, IntConsumer then);
}
