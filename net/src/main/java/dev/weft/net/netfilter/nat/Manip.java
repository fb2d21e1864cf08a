package dev.weft.net.netfilter.nat;

import dev.weft.net.netfilter.conntrack.ConnectionStatus;
import dev.weft.net.netfilter.hook.Hook;

/// Which end of a packet is translated (kernel: `enum nf_nat_manip_type`).
public enum Manip {
    SOURCE(ConnectionStatus.SRC_NAT, ConnectionStatus.SRC_NAT_DONE),
    DESTINATION(ConnectionStatus.DST_NAT, ConnectionStatus.DST_NAT_DONE);

    private final int status;
    private final int done;

    Manip(int status, int done) {
        this.status = status;
        this.done = done;
    }

    /// What a hook translates: the destination before a packet is routed, the source behind that.
    public static Manip at(Hook hook) {
        return hook == Hook.PRE_ROUTING || hook == Hook.LOCAL_OUT ? DESTINATION : SOURCE;
    }

    /// The status bit of a connection in whose first direction that end is translated.
    int status() {
        return status;
    }

    /// … of one for which it has been decided.
    int done() {
        return done;
    }

    Manip other() {
        return this == SOURCE ? DESTINATION : SOURCE;
    }
}
