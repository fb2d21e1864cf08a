package dev.weft.iptables;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says which iptables to use, and how: by default the host's for IPv4, waiting for others without end.
public final class IptablesBuilder {
    private Protocol protocol = Protocol.IPV4;
    private Duration timeout = Duration.ZERO;
    private @Nullable String path;
    private Runner runner = HostRunner.here();

    IptablesBuilder() {}

    /// The IP family; it also names the command, unless [#path] does.
    public IptablesBuilder protocol(Protocol protocol) {
        this.protocol = protocol;
        return this;
    }

    /// How long a command waits for other programs that change rules, rounded up to seconds; zero is for
    /// ever. Versions before 1.6 always wait for ever.
    ///
    /// @throws IllegalArgumentException when negative
    public IptablesBuilder timeout(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("a negative timeout: " + timeout);
        }
        this.timeout = timeout;
        return this;
    }

    /// The command, by name or path: `iptables-nft`, `/usr/sbin/ip6tables-legacy`. With `-restore` and
    /// `-save` after it, it must name those commands.
    public IptablesBuilder path(String path) {
        this.path = path;
        return this;
    }

    /// The network namespace of the host in which commands run, instead of this process's own.
    public IptablesBuilder namespace(NetworkNamespace namespace) {
        return runner(HostRunner.in(namespace));
    }

    /// What runs the commands, instead of the host.
    public IptablesBuilder runner(Runner runner) {
        this.runner = runner;
        return this;
    }

    /// Asks the command for its version, and makes the library's front of it.
    ///
    /// @throws IptablesException when the command cannot be run
    /// @throws IllegalArgumentException when it does not tell a version
    public Iptables open() {
        var command = path == null ? protocol.command() : path;
        var text = Commands.run(runner, new Invocation(List.of(command, "--version")));
        return new Iptables(protocol, new Commands(runner, command, Version.parse(text), timeout));
    }
}
