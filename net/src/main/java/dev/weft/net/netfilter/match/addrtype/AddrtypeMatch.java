package dev.weft.net.netfilter.match.addrtype;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.v4.Ip4Routing;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.RuleCheck;
import org.jspecify.annotations.Nullable;

/// `-m addrtype`: what kind of address the routing table says it is (kernel: `addrtype_mt_v1`).
public record AddrtypeMatch(
        @Nullable Kinds source, @Nullable Kinds destination, Limit limit) implements Match {
    public static final MatchType TYPE = new AddrtypeType();

    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;

    /// Whether only one device's addresses count as local.
    enum Limit {
        NONE(""),
        IN("limit-in"),
        OUT("limit-out");

        private final String text;

        Limit(String text) {
            this.text = text;
        }
    }

    /// Some of the kinds, a bit for each in the order of [AddrtypeType#NAMES].
    record Kinds(int bits, boolean isInverted) {
        boolean contain(int kind) {
            return (bits >>> kind & 1) == 1 != isInverted;
        }

        String text() {
            return String.join(
                    ",",
                    AddrtypeType.NAMES.stream()
                            .filter(name -> (bits >>> AddrtypeType.NAMES.indexOf(name) & 1) == 1)
                            .toList());
        }
    }

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        return (source == null || source.contain(kind(packet.i32(SOURCE), state)))
                && (destination == null || destination.contain(kind(packet.i32(DESTINATION), state)));
    }

    private int kind(int address, HookState state) {
        NetDevice only = switch (limit) {
            case NONE -> null;
            case IN -> state.in();
            case OUT -> state.out();
        };
        RouteType type =
                only == null ? Fib.of(state.namespace()).addressType(address) : Ip4Routing.addressTypeOn(only, address);
        return AddrtypeType.kind(type);
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void enter(RuleCheck check) {
        boolean early =
                check.hooks().contains(Hook.PRE_ROUTING) || check.hooks().contains(Hook.LOCAL_IN);
        boolean late =
                check.hooks().contains(Hook.POST_ROUTING) || check.hooks().contains(Hook.LOCAL_OUT);
        if (early && limit == Limit.OUT || late && limit == Limit.IN) {
            throw new KernelError(Errno.EINVAL);
        }
    }

    @Override
    public void save(StringBuilder to) {
        save(to, source, "--src-type");
        save(to, destination, "--dst-type");
        to.append(limit == Limit.NONE ? "" : limit == Limit.IN ? " --limit-iface-in" : " --limit-iface-out");
    }

    private static void save(StringBuilder to, @Nullable Kinds kinds, String option) {
        if (kinds != null) {
            to.append(kinds.isInverted ? " ! " : " ").append(option).append(' ').append(kinds.text());
        }
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" ADDRTYPE match");
        print(to, source, "src-type");
        print(to, destination, "dst-type");
        to.append(limit == Limit.NONE ? "" : " ").append(limit.text);
    }

    private static void print(StringBuilder to, @Nullable Kinds kinds, String side) {
        if (kinds != null) {
            to.append(' ')
                    .append(side)
                    .append(' ')
                    .append(kinds.isInverted ? "!" : "")
                    .append(kinds.text());
        }
    }
}
