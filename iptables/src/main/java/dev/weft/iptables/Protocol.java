package dev.weft.iptables;

/// The IP family, each with a command of its own.
public enum Protocol {
    /// `iptables`
    IPV4("iptables"),
    /// `ip6tables`
    IPV6("ip6tables");

    private final String command;

    Protocol(String command) {
        this.command = command;
    }

    /// The name of the family's command.
    public String command() {
        return command;
    }
}
