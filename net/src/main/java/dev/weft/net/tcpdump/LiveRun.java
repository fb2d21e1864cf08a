package dev.weft.net.tcpdump;

import dev.weft.core.capture.DataLink;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import dev.weft.core.command.Signal;
import dev.weft.core.graph.Worker;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.time.Timer;
import dev.weft.net.link.LinkEvent;
import dev.weft.net.link.LinkUsers;
import dev.weft.net.link.packet.PacketSocket;
import dev.weft.net.namespace.NetEvent;
import dev.weft.net.namespace.Network;
import dev.weft.net.namespace.Notifier;
import dev.weft.net.tcpdump.filter.FilterException;
import dev.weft.net.tcpdump.filter.FilterExpression;
import dev.weft.net.tcpdump.filter.FilterTarget;
import dev.weft.net.tcpdump.print.FramePrinter;
import dev.weft.net.tcpdump.tap.Capture;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A capture on a device or on all of them: lives on the worker of its namespace until it has seen enough, is
/// interrupted, or its device goes.
final class LiveRun implements Notifier.Listener {
    private static final int OUTGOING = 4;
    private static final long CONGESTION_PAUSE_NANOS = 10_000_000L;

    private final Session session;
    private final TcpdumpOptions options;
    private final Network network;
    private final NetNamespace namespace;
    private final Worker worker;
    private final CaptureDevice device;
    private final DataLink link;
    private final Capture capture;
    private final PacketOutput output;
    private @Nullable PacketSocket socket;
    private final Timer drain = Timer.of(this::drain);
    private boolean ended;

    private LiveRun(
            Session session,
            TcpdumpOptions options,
            CaptureDevice device,
            DataLink link,
            FilterExpression filter,
            PacketOutput output) {
        this.session = session;
        this.options = options;
        this.device = device;
        this.link = link;
        this.output = output;
        this.namespace = session.namespace();
        this.network = Network.of(namespace);
        this.worker = network.workerOf(namespace);
        this.capture = new Capture(
                filter,
                options.snapLength(),
                link,
                worker.clock(),
                () -> worker.timers().set(drain, worker.now()));
    }

    // ---- before the first packet

    static void start(Session session, TcpdumpOptions options, NameFiles names) {
        CaptureDevice device = device(session, options);
        NetDevice one = device.device();
        if (one != null && !one.isUp()) {
            throw TcpdumpCommand.failure(session, one.name() + ": That device is not up");
        }
        DataLink asked = options.link();
        DataLink link = asked == null ? device.links().getFirst() : asked;
        if (!device.links().contains(link)) {
            throw TcpdumpCommand.failure(session, link.name() + " is not one of the DLTs supported by this device");
        }
        if (device.isAny() && asked == null) {
            session.err(session.program() + ": data link type " + link.name() + "\n");
        }
        TcpdumpCommand.expression(session, options, expression -> {
            FilterExpression filter = compile(session, expression, new FilterTarget(link, true, 0, names));
            TcpdumpCommand.outputFile(session, options, file -> {
                FramePrinter printer = options.prints()
                        ? new FramePrinter(options.print(), link, names, index -> deviceName(session, index))
                        : null;
                PacketOutput output = new PacketOutput(session, options, link, options.snapLength(), printer, file);
                new LiveRun(session, options, device, link, filter, output).begin();
            });
        });
    }

    private static FilterExpression compile(Session session, String expression, FilterTarget target) {
        try {
            return FilterExpression.compile(expression, target);
        } catch (FilterException wrong) {
            throw TcpdumpCommand.failure(session, text(wrong));
        }
    }

    static String text(FilterException wrong) {
        return Optional.ofNullable(wrong.getMessage()).orElse("syntax error in filter expression");
    }

    /// What `-i` names, or the first device of the list.
    static CaptureDevice device(Session session, TcpdumpOptions options) {
        NetNamespace namespace = session.namespace();
        List<CaptureDevice> all = CaptureDevice.all(namespace);
        String word = options.device();
        if (word == null) {
            return all.getFirst();
        }
        Optional<CaptureDevice> named = CaptureDevice.find(namespace, word);
        if (named.isPresent()) {
            return named.get();
        }
        if (word.matches("[0-9]{1,9}")) {
            int place = Integer.parseInt(word);
            if (place < 1 || place > all.size()) {
                throw TcpdumpCommand.failure(session, "Invalid adapter index");
            }
            return all.get(place - 1);
        }
        throw CommandFailure.exit(
                1, session.program() + ": " + word + ": No such device exists\n(No such device exists)\n");
    }

    static String deviceName(Session session, int index) {
        NetDevice found = session.namespace().device(index);
        return found == null ? "?" : found.name();
    }

    private void begin() {
        NetDevice one = device.device();
        socket = PacketSocket.open(namespace, one, capture);
        if (one != null && options.promiscuous()) {
            LinkUsers.promiscuity(one, 1);
        }
        network.notifier().add(this);
        session.onExit(this::end);
        for (Signal signal : List.of(Signal.SIGINT, Signal.SIGTERM, Signal.SIGHUP)) {
            session.onSignal(signal, this::interrupted);
        }
        session.err(banner());
    }

    private String banner() {
        String program = session.program() + ": ";
        String listening = "listening on " + device.name() + ", link-type " + link.name() + " (" + link.description()
                + "), snapshot length " + options.snapLength() + " bytes\n";
        return options.print().verbosity() > 0 || !options.prints()
                ? program + listening
                : program + "verbose output suppressed, use -v[v]... for full protocol decode\n" + listening;
    }

    // ---- while packets come

    /// Prints what has come in, unless the reader has more to read than it can.
    private void drain() {
        if (ended) {
            return;
        }
        if (session.isCongested()) {
            worker.timers().set(drain, worker.now() + CONGESTION_PAUSE_NANOS);
            return;
        }
        takeAll();
        output.flush();
        if (output.isFull()) {
            finish("", 0);
        }
    }

    private void takeAll() {
        while (capture.hasPackets() && !output.isFull()) {
            capture.take(this::captured);
        }
    }

    private void captured(
            long timestampNanos, byte[] data, int offset, int length, int wireLength, int packetType, int index) {
        boolean outgoing = packetType == OUTGOING;
        if (outgoing && isLoopback(index)) {
            return; // it comes in again
        }
        boolean wanted = switch (options.direction()) {
            case BOTH -> true;
            case IN -> !outgoing;
            case OUT -> outgoing;
        };
        if (wanted) {
            output.packet(timestampNanos, data, offset, length, wireLength);
        }
    }

    private boolean isLoopback(int index) {
        NetDevice seen = namespace.device(index);
        return seen != null && seen.has(NetDevice.IFF_LOOPBACK);
    }

    @Override
    public void happened(NetEvent event) {
        if (ended || !(event instanceof LinkEvent change) || change.namespace() != namespace) {
            return;
        }
        if (change.kind() == LinkEvent.Kind.UNREGISTER && change.device() == device.device()) {
            finish(session.program() + ": pcap_loop: The interface disappeared\n", 1);
        }
    }

    // ---- the end

    private void interrupted() {
        takeAll();
        if (options.prints() || options.writeFile() == null) {
            output.flush();
            session.out("\n");
        }
        finish("", 0);
    }

    private void finish(String trouble, int status) {
        if (ended) {
            return;
        }
        output.flush();
        session.err(trouble + summary());
        session.exit(status);
    }

    private String summary() {
        return packets(output.count()) + " captured\n" + packets(capture.received()) + " received by filter\n"
                + packets(capture.dropped()) + " dropped by kernel\n";
    }

    private static String packets(long count) {
        return count + (count == 1 ? " packet" : " packets");
    }

    /// Leaves nothing behind, however the command ends.
    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        network.notifier().remove(this);
        worker.timers().cancel(drain);
        NetDevice one = device.device();
        if (one != null && options.promiscuous()) {
            LinkUsers.promiscuity(one, -1);
        }
        PacketSocket open = socket;
        if (open != null) {
            open.close();
        }
        output.close();
    }
}
