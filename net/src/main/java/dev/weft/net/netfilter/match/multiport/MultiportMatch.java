package dev.weft.net.netfilter.match.multiport;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.classify.Demand;
import dev.weft.net.netfilter.classify.Field;
import dev.weft.net.netfilter.classify.Ranges;
import dev.weft.net.netfilter.match.PortRange;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import java.util.List;

/// `-m multiport`: up to fifteen ports or ranges of ports (kernel: `multiport_mt`).
public record MultiportMatch(Side side, List<Span> spans, String protocol, boolean isInverted) implements Match {
    public static final MatchType TYPE = new MultiportType();

    /// Which of a packet's ports.
    enum Side {
        SOURCE("sports"),
        DESTINATION("dports"),
        EITHER("ports");

        private final String text;

        Side(String text) {
            this.text = text;
        }
    }

    /// From the first port to the last.
    record Span(int first, int last) {
        boolean contains(int port) {
            return port >= first && port <= last;
        }
    }

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        if (state.fragmentOffset() != 0) {
            return false;
        }
        int ports = state.transportOffset();
        if (packet.length() < ports + 4) {
            state.hotDrop();
            return false;
        }
        boolean found = switch (side) {
            case SOURCE -> contains(packet.u16(ports));
            case DESTINATION -> contains(packet.u16(ports + 2));
            case EITHER -> contains(packet.u16(ports)) || contains(packet.u16(ports + 2));
        };
        return found != isInverted;
    }

    private boolean contains(int port) {
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).contains(port)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public Demand demand(Demand demand) {
        if (side == Side.EITHER) {
            return demand;
        }
        long last = Field.SOURCE_PORT.last();
        Ranges ranges = Ranges.none();
        for (Span span : spans) {
            ranges = ranges.or(Ranges.of(span.first, span.last), last);
        }
        Field field = side == Side.SOURCE ? Field.SOURCE_PORT : Field.DESTINATION_PORT;
        return demand.with(field, isInverted ? ranges.complement(last) : ranges);
    }

    @Override
    public void save(StringBuilder to) {
        to.append(isInverted ? " !" : "").append(" --").append(side.text).append(' ');
        spans(to, true);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" multiport ").append(side.text).append(' ').append(isInverted ? " !" : "");
        spans(to, numeric);
    }

    private void spans(StringBuilder to, boolean numeric) {
        String separator = "";
        for (Span span : spans) {
            to.append(separator).append(PortRange.port(span.first, protocol, numeric));
            if (span.first != span.last) {
                to.append(':').append(PortRange.port(span.last, protocol, numeric));
            }
            separator = ",";
        }
    }
}
