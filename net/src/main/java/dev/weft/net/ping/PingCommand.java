package dev.weft.net.ping;

import dev.weft.core.command.Command;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import dev.weft.core.errno.KernelError;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.names.HostNames;
import dev.weft.net.namespace.Network;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/// `ping`, as iputils 20221126 has it.
public final class PingCommand implements Command {
    private static final String VERSION = """
        ping from iputils 20221126
        libcap: yes, IDN: yes, NLS: no, error.h: yes, getrandom(): yes, __fpending(): yes
        """;
    private static final int HEADER_BYTES = 8 + 20;
    private static final int OPTION_BYTES = 40;

    @Override
    public String name() {
        return "ping";
    }

    @Override
    public String summary() {
        return "send ICMP echo requests and tell of the answers";
    }

    @Override
    public List<String> helpWords(List<String> line) {
        return List.of("-h");
    }

    @Override
    public void run(Session session, List<String> words) {
        try {
            PingOptions options = PingOptions.read(session.program(), words, session::err);
            if (options.version) {
                session.out(VERSION);
                session.exit(0);
                return;
            }
            HostNames.load(session, names -> attempt(session, () -> start(session, options, names)));
        } catch (CommandFailure failure) {
            end(session, failure);
        }
    }

    private static void attempt(Session session, Runnable action) {
        try {
            action.run();
        } catch (CommandFailure failure) {
            end(session, failure);
        }
    }

    private static void end(Session session, CommandFailure failure) {
        session.err(failure.text());
        session.exit(failure.status());
    }

    private static void start(Session session, PingOptions options, HostNames names) {
        OptionalInt address = names.address(options.target);
        if (address.isEmpty()) {
            throw failure(session, options.target + ": " + HostNames.UNKNOWN);
        }
        int target = address.getAsInt() == 0 ? Ip4Address.LOOPBACK.bits() : address.getAsInt();
        boolean numeric = options.numeric || HostNames.isNumeric(options.target);
        IntFunction<String> printed = numeric ? Ip4Address::toString : host -> nameAndAddress(names, host);
        int identifier = options.identifier >= 0
                ? options.identifier
                : session.namespace().random().nextInt(1, 1 << 16);
        Network network = Network.of(session.namespace());
        Ping ping = new Ping(session, options, printed, target, identifier, network.workerOf(session.namespace()));
        if (options.verbose) {
            session.err(session.program()
                    + ": sock4.fd: 3 (socktype: SOCK_RAW), sock6.fd: 4 (socktype: SOCK_RAW), hints.ai_family:"
                    + " AF_UNSPEC\n\n");
            session.out("ai->ai_family: AF_INET, ai->ai_canonname: '" + options.target + "'\n");
        }
        EchoSocket socket = connect(session, options, target, identifier, ping);
        session.out(header(options, target, socket));
        ping.start(socket);
    }

    private static EchoSocket connect(
            Session session, PingOptions options, int target, int identifier, EchoSocket.Listener listener) {
        try {
            return RawEchoSocket.connect(session, options, target, identifier, listener);
        } catch (KernelError error) {
            throw failure(session, "connect: " + error.errno().text());
        }
    }

    private static String header(PingOptions options, int target, EchoSocket socket) {
        StringBuilder out = new StringBuilder();
        if (options.patternGiven) {
            out.append("PATTERN: 0x")
                    .append(HexFormat.of().formatHex(options.pattern))
                    .append('\n');
        }
        out.append("PING ")
                .append(options.target)
                .append(" (")
                .append(Ip4Address.toString(target))
                .append(") ");
        String device = options.device == null ? "" : options.device;
        if (options.source != null || options.device != null) {
            out.append("from ")
                    .append(Ip4Address.toString(socket.source()))
                    .append(' ')
                    .append(device)
                    .append(": ");
        }
        boolean hasOptions = options.recordRoute || options.timestamps != PingOptions.Timestamps.NONE;
        int total = options.dataBytes + HEADER_BYTES + (hasOptions ? OPTION_BYTES : 0);
        return out.append(options.dataBytes)
                .append('(')
                .append(total)
                .append(") bytes of data.\n")
                .toString();
    }

    private static String nameAndAddress(HostNames names, int address) {
        String name = names.name(address);
        String written = Ip4Address.toString(address);
        return name.equals(written) ? written : name + " (" + written + ")";
    }

    private static CommandFailure failure(Session session, String text) {
        return CommandFailure.exit(2, session.program() + ": " + text + "\n");
    }
}
