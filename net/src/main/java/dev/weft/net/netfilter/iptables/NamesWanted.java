package dev.weft.net.netfilter.iptables;

/// Thrown when a command meets a host's name before the caller's `/etc/hosts` has been read: it is read then, and the
/// command begins anew.
final class NamesWanted extends RuntimeException {
    private static final long serialVersionUID = 1;

    NamesWanted() {
        super(null, null, false, false);
    }
}
