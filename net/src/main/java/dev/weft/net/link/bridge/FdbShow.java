package dev.weft.net.link.bridge;

import dev.weft.core.command.Args;
import dev.weft.core.command.Numbers;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.IpContext;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `bridge fdb show` (iproute2: `fdb_show`).
final class FdbShow {
    private final NetNamespace namespace;
    private @Nullable NetDevice bridge;
    private @Nullable NetDevice device;
    private boolean nothing;
    private Set<FdbEntry.State> states = EnumSet.allOf(FdbEntry.State.class);

    private FdbShow(NetNamespace namespace) {
        this.namespace = namespace;
    }

    static void run(IpContext context, Args args) {
        FdbShow show = new FdbShow(context.namespace());
        show.read(args);
        FdbPrinter printer = new FdbPrinter(context.out(), context.options(), show.device == null);
        context.out().begin();
        for (NetDevice each : context.namespace().devices()) {
            if (show.accepts(each)) {
                FdbEntry.of(each).stream()
                        .filter(entry -> show.states.contains(entry.state()))
                        .forEach(printer::print);
            }
        }
        context.out().end();
    }

    private void read(Args args) {
        String br = "";
        String dev = "";
        while (args.hasNext()) {
            if (args.take("brport") || args.take("dev")) {
                dev = args.next();
            } else if (args.take("br")) {
                br = args.next();
            } else if (args.take("vlan")) {
                nothing |= vlan(args.next()) != 0; // entries have no VLAN
            } else if (args.take("state")) {
                states = states(args.next());
            } else if (args.take("dynamic")) {
                states = EnumSet.complementOf(EnumSet.of(FdbEntry.State.PERMANENT));
            } else if (args.takeAbbreviated("help")) {
                throw FdbCommand.usage();
            } else {
                args.next();
            }
        }
        bridge = br.isEmpty() ? null : FdbWords.bridge(namespace, br);
        device = dev.isEmpty() ? null : FdbWords.device(namespace, dev);
    }

    private boolean accepts(NetDevice each) {
        return !nothing
                && (device == null || device == each)
                && (bridge == null || bridge instanceof Bridge && (bridge == each || each.master() == bridge));
    }

    private static int vlan(String word) {
        return Numbers.unsigned(word, 0, 16).stream()
                .mapToInt(value -> (int) value)
                .findFirst()
                .orElse(0);
    }

    private static Set<FdbEntry.State> states(String word) {
        return switch (word) {
            case "permanent" -> EnumSet.of(FdbEntry.State.PERMANENT);
            case "static", "temp" -> EnumSet.of(FdbEntry.State.STATIC);
            case "dynamic", "reachable" -> EnumSet.of(FdbEntry.State.REACHABLE);
            case "stale" -> EnumSet.noneOf(FdbEntry.State.class);
            case "all" -> EnumSet.allOf(FdbEntry.State.class);
            default -> throw Args.invalid("invalid state", word);
        };
    }
}
