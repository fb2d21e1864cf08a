package dev.weft.net.sysctl;

import dev.weft.core.command.Session;

/// How `sysctl` prints names, values and complaints.
final class SysctlOutput {
    private final Session session;
    private final SysctlOptions options;

    SysctlOutput(Session session, SysctlOptions options) {
        this.session = session;
        this.options = options;
    }

    /// The value of a setting that was read.
    void value(String name, String value) {
        if (options.names()) {
            session.out(name + "\n");
        } else {
            print(name, value);
        }
    }

    /// A setting of several lines, each of which stands for itself.
    void lines(String name, String text) {
        text.lines().forEach(line -> value(name, line));
    }

    /// A setting that was written.
    void written(String name, String value) {
        if (!options.quiet() || options.dryRun()) {
            print(name, value);
        }
    }

    private void print(String name, String value) {
        session.out((options.showsName() ? name + " = " : "") + value + (options.showsLineEnd() ? "\n" : ""));
    }

    void complain(String text) {
        session.err(session.program() + ": " + text + "\n");
    }
}
