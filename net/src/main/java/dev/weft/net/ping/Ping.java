package dev.weft.net.ping;

import dev.weft.core.command.Session;
import dev.weft.core.command.Signal;
import dev.weft.core.errno.Errno;
import dev.weft.core.graph.Worker;
import dev.weft.core.time.Clock;
import dev.weft.core.time.Timer;
import dev.weft.core.wire.Ip4Address;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// One running ping: sends echo requests by the clock, hears the answers, and tells of them as iputils does
/// (`main_loop`,
/// `pinger`). It lives on the worker of its namespace, as timers and callbacks.
final class Ping implements EchoSocket.Listener {
    private static final int HEADER_BYTES = 8;
    private static final int TIME_BYTES = 16;
    private static final long MILLI = 1_000_000L;
    private static final long FLOOD_PAUSE_NANOS = 10 * MILLI;
    private static final int REMEMBERED = 1 << 16;

    private final IpOptionText optionText = new IpOptionText();
    private final Session session;
    private final PingOptions options;
    private final IntFunction<String> names;
    private final int target;
    private final int identifier;
    private final Worker worker;
    private final Clock clock;
    private final PingStatistics statistics;
    private final long[] sentAt = new long[REMEMBERED];
    private final boolean timed;

    private final Timer sender = Timer.of(this::sendNext);
    private final Timer finisher = Timer.of(this::finish);

    private @Nullable EchoSocket socket;
    private long firstNanos = -1;
    private long lastNanos;
    private boolean ended;
    private int refusals;
    private boolean refused;
    private @Nullable Errno unsent;

    /// @param names turns addresses into what is printed
    Ping(Session session, PingOptions options, IntFunction<String> names, int target, int identifier, Worker worker) {
        this.session = session;
        this.options = options;
        this.names = names;
        this.target = target;
        this.identifier = identifier;
        this.worker = worker;
        this.clock = worker.clock();
        this.timed = options.dataBytes >= TIME_BYTES;
        this.statistics = new PingStatistics(timed);
    }

    void start(EchoSocket connected) {
        socket = connected;
        session.onExit(this::close);
        session.onSignal(Signal.SIGINT, this::finish);
        session.onSignal(Signal.SIGQUIT, () -> session.err(statistics.snapshot()));
        if (options.deadlineSeconds > 0) {
            worker.timers().set(finisher, clock.nanos() + options.deadlineSeconds * 1000 * MILLI);
        }
        for (int i = 1; i < options.preload && !isAllSent(); i++) {
            send();
        }
        sendNext();
    }

    private void close() {
        worker.timers().cancel(sender);
        worker.timers().cancel(finisher);
        EchoSocket open = socket;
        if (open != null) {
            open.close();
        }
    }

    // ---- sending

    private boolean isAllSent() {
        return options.count > 0 && statistics.transmitted() >= options.count;
    }

    private void sendNext() {
        if (ended) {
            return;
        }
        if (!isAllSent()) {
            if (options.outstanding && statistics.transmitted() > 0) {
                tellOutstanding();
            }
            send();
        }
        if (ended) {
            return;
        }
        if (isAllSent() && options.deadlineSeconds == 0) {
            awaitLast();
        } else if (!isAllSent()) {
            worker.timers().set(sender, clock.nanos() + interval());
        }
    }

    private long interval() {
        if (options.flood && !options.intervalGiven) {
            return FLOOD_PAUSE_NANOS;
        }
        if (options.adaptive && statistics.received() > 0) {
            return Math.max(1000 * statistics.smoothedMicros() * 2, MILLI);
        }
        return Math.max((long) (options.intervalSeconds * 1000) * MILLI, 10_000);
    }

    private void tellOutstanding() {
        int last = (int) (statistics.transmitted() & 0xffff);
        if (!statistics.isAnswered(last)) {
            session.out("no answer yet for icmp_seq=" + last + "\n");
        }
    }

    private void send() {
        EchoSocket open = socket;
        if (open == null) {
            return;
        }
        if (!refused) {
            refusals = 0;
        }
        refused = false;
        unsent = null;
        long now = clock.nanos();
        if (firstNanos < 0) {
            firstNanos = now;
        }
        lastNanos = now;
        statistics.sent();
        int sequence = (int) (statistics.transmitted() & 0xffff);
        sentAt[sequence] = now;
        if (options.flood && !options.quiet) {
            session.out(".");
        }
        Errno errno = open.send(
                request(sequence), "echo request to " + Ip4Address.toString(target) + ", icmp_seq=" + sequence);
        if (errno != null) {
            sayUnsent(errno);
        }
    }

    /// Of this ping speaks only when an ICMP error has come about the same request, which is why it looked.
    @Override
    public void unsent(Errno errno) {
        unsent = errno;
    }

    private void sayUnsent(Errno errno) {
        if (ended || options.quiet) {
            return;
        }
        if (options.flood) {
            session.out("E");
        } else {
            session.err(session.program() + ": sendmsg: " + errno.text() + "\n");
        }
    }

    private byte[] request(int sequence) {
        byte[] bytes = new byte[HEADER_BYTES + options.dataBytes];
        ByteBuffer icmp = ByteBuffer.wrap(bytes);
        icmp.put((byte) 8)
                .put((byte) 0)
                .putShort((short) 0)
                .putShort((short) identifier)
                .putShort((short) sequence);
        for (int i = 0; i < options.dataBytes; i++) {
            bytes[HEADER_BYTES + i] =
                    options.pattern.length > 0 ? options.pattern[i % options.pattern.length] : (byte) i;
        }
        if (timed) {
            long epoch = clock.epochNanos();
            icmp.order(ByteOrder.LITTLE_ENDIAN).putLong(epoch / 1_000_000_000).putLong(epoch % 1_000_000_000 / 1000);
            icmp.order(ByteOrder.BIG_ENDIAN);
        }
        long sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += (i & 1) == 0 ? (bytes[i] & 0xff) << 8 : bytes[i] & 0xff;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        icmp.putShort(2, (short) ~sum);
        return bytes;
    }

    /// All is sent: waits twice the longest round trip, an interval at least; without any answer as long as `-W` says.
    private void awaitLast() {
        if (finisher.isSet()) {
            return;
        }
        long wait = statistics.received() > 0
                ? Math.max(2000 * statistics.mostMicros(), (long) (options.intervalSeconds * 1000) * MILLI)
                : (long) (options.lingerSeconds * 1000) * MILLI;
        worker.timers().set(finisher, clock.nanos() + wait);
    }

    /// Tries again, for as long as an answer would be waited for; then the request is taken for sent (iputils:
    /// `oom_count`).
    @Override
    public void noRoom() {
        refused = true;
        refusals++;
        long linger = (long) (options.lingerSeconds * 1000) * MILLI;
        long pause = Math.clamp(interval() / 2, 10 * MILLI, 500 * MILLI);
        if (refusals * pause < linger) {
            statistics.unsent();
            worker.timers().cancel(finisher);
            if (options.deadlineSeconds > 0) {
                worker.timers().set(finisher, firstNanos + options.deadlineSeconds * 1000 * MILLI);
            }
            worker.timers().set(sender, Math.max(lastNanos + interval(), clock.nanos() + MILLI));
        } else if (!options.quiet) {
            session.err(session.program() + ": sendmsg: " + Errno.ENOBUFS.text() + "\n");
        }
    }

    // ---- hearing

    @Override
    public void received(int source, int ttl, byte[] icmp, byte[] ipOptions, boolean intact) {
        if (ended || icmp.length < HEADER_BYTES || icmp[0] != 0 || word(icmp, 4) != identifier) {
            return;
        }
        int sequence = word(icmp, 6);
        long micros = (clock.nanos() - sentAt[sequence]) / 1000;
        if (!intact) {
            statistics.corrupted();
        }
        boolean first = statistics.answered(sequence, micros);
        noteProgress(sequence);
        if (options.flood) {
            if (!options.quiet) {
                session.out(intact ? "\b \b" : "\bC");
            }
        } else if (!options.quiet) {
            session.out(answer(source, ttl, icmp, sequence, micros, first, intact)
                    + optionText.describe(ipOptions, names)
                    + "\n");
        }
        goOnOrEnd();
    }

    private String answer(int source, int ttl, byte[] icmp, int sequence, long micros, boolean first, boolean intact) {
        StringBuilder line = new StringBuilder(stamp());
        line.append(icmp.length)
                .append(" bytes from ")
                .append(names.apply(source))
                .append(": icmp_seq=")
                .append(sequence);
        if (options.verbose) {
            line.append(" ident=").append(identifier);
        }
        line.append(" ttl=").append(ttl);
        if (timed) {
            line.append(" time=").append(PingStatistics.roundTrip(micros));
        }
        if (!first) {
            line.append(" (DUP!)");
        }
        if (!intact) {
            line.append(" (BAD CHECKSUM!)");
        }
        if (source != target && !Ip4Address.isMulticast(target) && !options.broadcast) {
            line.append(" (DIFFERENT ADDRESS!)");
        }
        if (options.audible) {
            line.append('\u0007');
        }
        return line.toString();
    }

    private String stamp() {
        if (!options.timestamp) {
            return "";
        }
        long epoch = clock.epochNanos();
        return String.format(Locale.ROOT, "[%d.%06d] ", epoch / 1_000_000_000, epoch % 1_000_000_000 / 1000);
    }

    @Override
    public void refused(int offender, int type, int code, int info, int sequence) {
        if (ended) {
            return;
        }
        statistics.error();
        noteProgress(sequence);
        if (options.flood) {
            if (!options.quiet) {
                session.out("\bE");
            }
        } else if (!options.quiet) {
            session.out(stamp() + "From " + names.apply(offender) + " icmp_seq=" + sequence + " "
                    + IcmpText.describe(type, code, info) + "\n");
        }
        Errno pending = unsent;
        if (pending != null) {
            unsent = null;
            sayUnsent(pending);
        }
        goOnOrEnd();
    }

    @Override
    public void advised(int router, int type, int code, int info, int sequence) {
        if (!ended && !options.quiet && !options.flood) {
            session.out(stamp() + "From " + names.apply(router) + ": icmp_seq=" + sequence + " "
                    + IcmpText.describe(type, code, info) + "\n");
        }
    }

    @Override
    public void failed(Errno errno, int info) {
        if (ended) {
            return;
        }
        statistics.error();
        if (options.flood) {
            session.out("E");
        } else if (errno == Errno.EMSGSIZE) {
            session.err(session.program() + ": local error: message too long, mtu=" + info + "\n");
        } else {
            session.err(session.program() + ": local error: " + errno.text() + "\n");
        }
        goOnOrEnd();
    }

    private void noteProgress(int sequence) {
        int ahead = (int) ((statistics.transmitted() - sequence) & 0xffff);
        if (ahead < 0x8000) {
            statistics.outstanding(ahead + 1);
        }
    }

    private void goOnOrEnd() {
        if (options.count > 0 && statistics.received() + statistics.errors() >= options.count) {
            finish();
        } else if (options.deadlineSeconds > 0 && statistics.errors() > 0) {
            finish();
        } else if ((options.flood || options.adaptive) && !isAllSent() && !options.intervalGiven) {
            worker.timers().set(sender, clock.nanos() + 1000);
        }
    }

    private void finish() {
        if (ended) {
            return;
        }
        ended = true;
        boolean tellsGap = options.flood || options.adaptive || options.intervalSeconds == 0;
        session.out(statistics.report(options.target, Math.max(0, lastSent() - firstNanos), tellsGap));
        boolean incomplete = options.deadlineSeconds > 0 && options.count > 0 && statistics.received() < options.count;
        session.exit(statistics.received() == 0 || incomplete ? 1 : 0);
    }

    private long lastSent() {
        return firstNanos < 0 ? firstNanos : lastNanos;
    }

    private static int word(byte[] bytes, int offset) {
        return (bytes[offset] & 0xff) << 8 | bytes[offset + 1] & 0xff;
    }
}
