package dev.weft.net.arping;

import dev.weft.core.command.Command;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.names.HostNames;
import dev.weft.net.namespace.Network;
import dev.weft.net.transport.raw.RawSocket;
import java.util.List;
import java.util.OptionalInt;

/// `arping`, as iputils 20221126 has it.
public final class ArpingCommand implements Command {
    private static final String VERSION = """
        arping from iputils 20221126
        libcap: yes, IDN: yes, NLS: no, error.h: yes, getrandom(): yes, __fpending(): yes
        """;

    @Override
    public String name() {
        return "arping";
    }

    @Override
    public String summary() {
        return "ask by ARP who has an address";
    }

    @Override
    public List<String> helpWords(List<String> line) {
        return List.of("-h");
    }

    @Override
    public void run(Session session, List<String> words) {
        attempt(session, () -> {
            ArpingOptions options = ArpingOptions.read(session.program(), words);
            if (options.version) {
                session.out(VERSION);
                session.exit(0);
                return;
            }
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

    private static void start(Session session, ArpingOptions options, HostNames names) {
        NetDevice device = device(session, options);
        OptionalInt address = names.address(options.target);
        if (address.isEmpty()) {
            throw failure(session, options.target + ": " + HostNames.UNKNOWN);
        }
        int target = address.getAsInt();
        int source = source(session, options, device, target);
        if (!options.quiet) {
            session.out("ARPING " + Ip4Address.toString(target) + " from " + Ip4Address.toString(source) + " "
                    + device.name() + "\n");
        }
        if (source == 0 && !options.duplicateDetection) {
            throw failure(session, "no source address in not-DAD mode");
        }
        new Arping(
                        session,
                        options,
                        device,
                        source,
                        target,
                        Network.of(session.namespace()).workerOf(session.namespace()))
                .start();
    }

    private static NetDevice device(Session session, ArpingOptions options) {
        String wanted = options.device;
        if (wanted == null) {
            return session.namespace().devices().stream()
                    .filter(device -> device.isUp() && isArpable(device))
                    .findFirst()
                    .orElseThrow(
                            () -> failure(session, "Suitable device could not be determined. Please, use option -I."));
        }
        NetDevice device = session.namespace().device(wanted);
        if (device == null) {
            throw failure(session, "Device " + wanted + " not available.");
        }
        if (!device.isUp()) {
            throw refusal(session, "Interface \"" + wanted + "\" is down\n");
        }
        if (!isArpable(device)) {
            throw refusal(session, "Interface \"" + wanted + "\" is not ARPable\n");
        }
        return device;
    }

    private static boolean isArpable(NetDevice device) {
        return !device.has(NetDevice.IFF_NOARP | NetDevice.IFF_LOOPBACK);
    }

    /// The address to ask from: the given one, the announced one, or the one that the way to the target has.
    private static int source(Session session, ArpingOptions options, NetDevice device, int target) {
        int wanted = options.source != 0 ? options.source : options.unsolicited ? target : 0;
        try (RawSocket socket = new RawSocket(session.namespace(), IpProtocol.RAW)) {
            socket.bindDevice(device);
            if (wanted != 0) {
                socket.bind(wanted);
                return wanted;
            }
            if (options.duplicateDetection) {
                return 0;
            }
            socket.dontRoute(true);
            socket.connect(target, 0);
            return socket.boundAddress();
        } catch (KernelError error) {
            if (wanted != 0) {
                throw failure(session, "bind: " + error.errno().text());
            }
            return 0;
        }
    }

    private static CommandFailure failure(Session session, String text) {
        return CommandFailure.exit(2, session.program() + ": " + text + "\n");
    }

    /// What iputils says on standard output, unless it is to be quiet.
    private static CommandFailure refusal(Session session, String text) {
        session.out(text);
        return CommandFailure.exit(2, "");
    }
}
