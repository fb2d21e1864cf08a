package dev.weft.net.netfilter.match.connlimit;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.netfilter.conntrack.Connections;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleCheck;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `-m connlimit --connlimit-above 3`: how many connections the packet's host or network has (kernel:
/// `connlimit_mt`, nf_conncount.c). A rule counts the connections that it has seen itself.
public final class ConnlimitMatch implements Match {
    public static final MatchType TYPE = new Type();

    private final int limit;
    private final boolean above;
    private final int prefix;
    private final boolean destination;
    private final Map<Integer, int[]> byNetwork = new HashMap<>();

    private ConnlimitMatch(int limit, boolean above, int prefix, boolean destination) {
        this.limit = limit;
        this.above = above;
        this.prefix = prefix;
        this.destination = destination;
    }

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        if (state.isIp6()) {
            return false;
        }
        Conntrack conntrack = Conntrack.of(state.namespace());
        int slot = conntrack.connection(packet);
        int address = packet.i32(destination ? 16 : 12) & Ip4Address.mask(prefix);
        int count = count(conntrack, address, slot);
        return count > limit == above;
    }

    /// Adds the connection to those of the network, and says how many of them are left.
    private int count(Conntrack conntrack, int network, int slot) {
        int[] handles = byNetwork.computeIfAbsent(network, n -> new int[4]);
        Connections connections = conntrack.connections();
        int handle = slot == 0 ? 0 : connections.handle(slot);
        int live = 0;
        boolean known = false;
        for (int i = 1; i <= handles[0]; i++) {
            int each = handles[i];
            if (connections.slot(each) != 0 && !conntrack.isOver(connections.slot(each))) {
                handles[++live] = each;
                known |= each == handle;
            }
        }
        handles[0] = live;
        if (known || handle == 0) {
            return live;
        }
        if (live + 1 == handles.length) {
            handles = java.util.Arrays.copyOf(handles, 2 * handles.length);
            byNetwork.put(network, handles);
        }
        handles[0] = live + 1;
        handles[live + 1] = handle;
        return live + 1;
    }

    @Override
    public void enter(RuleCheck check) {
        Conntrack.of(check.namespace()).use();
    }

    @Override
    public void leave(RuleCheck check) {
        Conntrack.of(check.namespace()).leave();
    }

    @Override
    public void save(StringBuilder to) {
        to.append(above ? " --connlimit-above " : " --connlimit-upto ").append(limit);
        to.append(" --connlimit-mask ").append(prefix);
        to.append(destination ? " --connlimit-daddr" : " --connlimit-saddr");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" #conn ").append(destination ? "dst" : "src").append('/').append(prefix);
        to.append(above ? " > " : " <= ").append(limit);
    }

    private static final class Type extends MatchType {
        Type() {
            super(
                    "connlimit",
                    List.of(
                            Option.with("connlimit-upto").invertible().excludes("connlimit-above"),
                            Option.with("connlimit-above").invertible().excludes("connlimit-upto"),
                            Option.with("connlimit-mask"),
                            Option.flag("connlimit-saddr").excludes("connlimit-daddr"),
                            Option.flag("connlimit-daddr").excludes("connlimit-saddr")));
        }

        @Override
        public String help() {
            return """
                connlimit match options:
                  --connlimit-upto n     match if the number of existing connections is 0..n
                  --connlimit-above n    match if the number of existing connections is >n
                  --connlimit-mask n     group hosts using prefix length (default: max len)
                  --connlimit-saddr      select source address for grouping
                  --connlimit-daddr      select destination addresses for grouping
                """;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private int limit = -1;
        private boolean above;
        private int prefix = 32;
        private boolean destination;

        @Override
        public void option(Option option, OptionInput input) {
            switch (option.id()) {
                case "connlimit-upto", "connlimit-above" -> {
                    limit = (int) OptionValues.uint("connlimit", option, input.argument(), 0, 0xffff_ffffL);
                    above = option.id().equals("connlimit-above") != input.isInverted();
                }
                case "connlimit-mask" ->
                    prefix = (int) Math.min(32, OptionValues.uint("connlimit", option, input.argument(), 0, 128));
                default -> destination = option.id().equals("connlimit-daddr");
            }
        }

        @Override
        public Match build() {
            if (limit < 0) {
                throw XtablesError.parameter("You must specify \"--connlimit-above\" or \"--connlimit-upto\".\n");
            }
            return new ConnlimitMatch(limit, above, prefix, destination);
        }
    }
}
