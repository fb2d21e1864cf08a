package dev.weft.net.netfilter.iptables;

/// The end of a command on the spot: what it still says, and its exit status.
final class CommandExit extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String out;
    private final String err;

    CommandExit(int status, String out, String err) {
        super(null, null, false, false);
        this.status = status;
        this.out = out;
        this.err = err;
    }

    int status() {
        return status;
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }
}
