package dev.weft.net.netfilter.iptables;

/// What a command prints, kept until it is known whether the command must begin anew.
final class Output {
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();

    void out(String text) {
        out.append(text);
    }

    void err(String text) {
        err.append(text);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
