package dev.weft.net.traceroute;

import dev.weft.core.command.Command;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.names.HostNames;
import dev.weft.net.namespace.Network;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/// `traceroute`, as traceroute 2.1.2 has it.
public final class TracerouteCommand implements Command {
    @Override
    public String name() {
        return "traceroute";
    }

    @Override
    public String summary() {
        return "tell by which routers packets go to a host";
    }

    @Override
    public void run(Session session, List<String> words) {
        attempt(session, () -> {
            TracerouteOptions options = TracerouteOptions.read(words);
            HostNames.load(session, names -> attempt(session, () -> start(session, options, names)));
        });
    }

    private static void attempt(Session session, Runnable action) {
        try {
            action.run();
        } catch (CommandFailure failure) {
            session.err(failure.text());
            session.exit(failure.status());
        }
    }

    private static void start(Session session, TracerouteOptions options, HostNames names) {
        int source = source(options, names);
        String host = options.host.argument();
        OptionalInt address = names.address(host);
        if (address.isEmpty()) {
            throw options.unknownHost(HostNames.UNKNOWN);
        }
        int target = address.getAsInt() == 0 ? Ip4Address.LOOPBACK.bits() : address.getAsInt();
        IntFunction<String> printed = options.numeric
                ? Ip4Address::toString
                : bits -> names.name(bits) + " (" + Ip4Address.toString(bits) + ")";
        Traceroute trace = new Traceroute(
                session, options, printed, Network.of(session.namespace()).workerOf(session.namespace()));
        Prober prober = options.method == TracerouteOptions.Method.ICMP
                ? new EchoProber(session, options, source, target, trace)
                : new UdpProber(session, options, source, target, trace);
        session.out("traceroute to " + host + " (" + Ip4Address.toString(target) + "), " + options.maxHops
                + " hops max, " + options.packetBytes + " byte packets");
        trace.start(prober);
    }

    /// The address to send from; 0 for any.
    private static int source(TracerouteOptions options, HostNames names) {
        OptionWords.Word word = options.source;
        if (word == null) {
            return 0;
        }
        return names.address(word.argument())
                .orElseThrow(() -> CommandFailure.exit(
                        2,
                        word.argument() + ": " + HostNames.UNKNOWN + "\n"
                                + word.unusable().text()));
    }
}
