package dev.weft.net.netfilter.conntrack.tool;

import dev.weft.core.wire.Ip4Address;
import dev.weft.net.namespace.Jiffies;
import dev.weft.net.netfilter.conntrack.Connections;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.Expectation;
import dev.weft.net.netfilter.conntrack.Tuples;

/// An expectation as a line of `conntrack -L expect`.
final class ExpectationText {
    private ExpectationText() {}

    static String of(Conntrack conntrack, Expectation expectation) {
        StringBuilder to = new StringBuilder();
        int left = Math.max(0, expectation.deadline() - conntrack.jiffies()) / Jiffies.HZ;
        to.append(left)
                .append(" proto=")
                .append(Tuples.protocol(expectation.key()))
                .append(' ');
        ConnectionText.append(to, expectation.addresses(), expectation.key());
        to.append("mask-src=").append(Ip4Address.toString(Tuples.source(expectation.addressMask())));
        to.append(" mask-dst=").append(Ip4Address.toString(Tuples.destination(expectation.addressMask())));
        to.append(" sport=").append(Tuples.sourcePort(expectation.keyMask()));
        to.append(" dport=").append(Tuples.destinationPort(expectation.keyMask()));
        Connections connections = conntrack.connections();
        int master = connections.slot(expectation.masterHandle());
        if (master != 0) {
            long addresses = connections.addresses(2 * master);
            long key = connections.key(2 * master);
            to.append(" master-src=").append(Ip4Address.toString(Tuples.source(addresses)));
            to.append(" master-dst=").append(Ip4Address.toString(Tuples.destination(addresses)));
            to.append(" sport=")
                    .append(Tuples.sourcePort(key))
                    .append(" dport=")
                    .append(Tuples.destinationPort(key));
        }
        return to.append(" class=0 helper=").append(expectation.helperName()).toString();
    }
}
