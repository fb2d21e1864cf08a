package dev.weft.net.traceroute;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import dev.weft.core.graph.Worker;
import dev.weft.core.time.Timer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// One running traceroute: keeps so many probes on their way, and tells of each in turn once it is answered or too
/// late. It lives on the worker of its namespace, as timers and callbacks.
final class Traceroute implements Prober.Listener {
    private static final double NANOS = 1e9;
    private static final long PRECISION_NANOS = 5_000_000;

    private final Session session;
    private final TracerouteOptions options;
    private final IntFunction<String> names;
    private final Worker worker;
    private final int perHop;
    private final Probe[] probes;
    private final Timer timer = Timer.of(this::go);

    private @Nullable Prober prober;
    private int start;
    private int end;
    private long lastSent = Long.MIN_VALUE;

    /// @param names turns addresses into what is printed
    Traceroute(Session session, TracerouteOptions options, IntFunction<String> names, Worker worker) {
        this.session = session;
        this.options = options;
        this.names = names;
        this.worker = worker;
        perHop = (int) options.perHop;
        probes = new Probe[(int) options.maxHops * perHop];
        for (int i = 0; i < probes.length; i++) {
            probes[i] = new Probe(i);
        }
        start = (int) (options.firstHop - 1) * perHop;
        end = probes.length;
    }

    void start(Prober method) {
        prober = method;
        session.onExit(() -> {
            worker.timers().cancel(timer);
            method.close();
        });
        go();
    }

    @Override
    public void answered(Probe probe, int from, boolean last, String annotation) {
        if (probe.isWaiting()) {
            probe.answer(from, now(), last, annotation);
            wakeAt(now());
        }
    }

    @Override
    public void refused(Probe probe, String annotation) {
        if (probe.isWaiting()) {
            probe.refuse(now(), true, annotation);
        }
    }

    @Override
    public void failed(CommandFailure failure) {
        session.err(failure.text());
        session.exit(failure.status());
    }

    private long now() {
        return worker.clock().nanos();
    }

    private void wakeAt(long nanos) {
        worker.timers().set(timer, nanos);
    }

    private void go() {
        Prober method = prober;
        if (method == null || session.hasExited()) {
            return;
        }
        try {
            long wake = pass(method);
            if (start >= end) {
                session.out("\n");
                session.exit(0);
            } else {
                wakeAt(wake);
            }
        } catch (CommandFailure failure) {
            failed(failure);
        }
    }

    /// Looks at all probes that are not told of yet, and sends those that may go.
    ///
    /// @return when to look again if nothing comes
    private long pass(Prober method) {
        long now = now();
        long wake = Long.MAX_VALUE;
        int flying = 0;
        for (int i = start; i < end && flying < options.simultaneous; i++) {
            Probe probe = probes[i];
            if (probe.isWaiting() && deadline(probe) <= now) {
                expire(probe);
            }
            if (!probe.isSent()) {
                long pause = (long) (options.pauseSeconds * NANOS);
                if (lastSent != Long.MIN_VALUE && now - lastSent < pause) {
                    return Math.min(wake, lastSent + pause);
                }
                if (!send(method, probe)) {
                    return retry(wake);
                }
            }
            if (probe.isDone()) {
                tell(method, probe);
            } else {
                flying++;
                wake = Math.min(wake, Math.max(deadline(probe), now));
            }
        }
        return wake;
    }

    private static long retry(long wake) {
        if (wake == Long.MAX_VALUE) {
            throw CommandFailure.exit(1, "\nsend probe: No buffer space available\n");
        }
        return wake;
    }

    private boolean send(Prober method, Probe probe) {
        probe.sent(now());
        if (!method.send(probe, probe.index / perHop + 1)) {
            probe.unsent();
            return false;
        }
        lastSent = now();
        return true;
    }

    private void tell(Prober method, Probe probe) {
        method.release(probe);
        if (probe.index == start) {
            session.out(ProbeText.of(probes, start, perHop, names));
            start++;
        }
        if (probe.isFinal()) {
            end = Math.min(end, (probe.index / perHop + 1) * perHop);
        }
    }

    /// When a probe that was sent is given up: soon, if others of the same hop or a later one were answered fast.
    private long deadline(Probe probe) {
        long longest = (long) (options.waitSeconds * NANOS);
        long wait = longest;
        int first = probe.index - probe.index % perHop;
        Probe near = options.hereFactor > 0 ? firstTimed(first, first + perHop) : null;
        if (near != null) {
            wait = (long) ((near.roundTripNanos() + PRECISION_NANOS) * options.hereFactor);
        } else if (options.nearFactor > 0) {
            Probe next = firstTimed(probe.index + 1, probes.length);
            wait = next == null ? longest : (long) ((next.roundTripNanos() + PRECISION_NANOS) * options.nearFactor);
        }
        return probe.sentNanos() + Math.min(wait, longest);
    }

    private @Nullable Probe firstTimed(int from, int to) {
        for (int i = from; i < to; i++) {
            if (probes[i].isDone() && probes[i].isTimed()) {
                return probes[i];
            }
        }
        return null;
    }

    /// Nobody answered in time. If the trace ends at this hop, the answer to a probe sent further counts for this one:
    /// the last host answers any of them, but perhaps not all.
    private void expire(Probe probe) {
        probe.expire();
        int first = probe.index - probe.index % perHop;
        boolean hopIsFinal = probe.index > first;
        for (int i = first; i < probe.index; i++) {
            if (!probes[i].isDone()) {
                return;
            }
            hopIsFinal &= probes[i].isFinal();
        }
        Probe last = laterFinal(probe);
        if (last != null && (hopIsFinal || last.index < first + perHop || hasAnsweredBefore(last, probe))) {
            probe.take(last);
        }
    }

    /// The first answer to a later probe, if it ends the trace.
    private @Nullable Probe laterFinal(Probe probe) {
        for (int i = probe.index + 1; i < probes.length && probes[i].isSent(); i++) {
            if (probes[i].isDone() && probes[i].isAnswered()) {
                return probes[i].isFinal() ? probes[i] : null;
            }
        }
        return null;
    }

    private boolean hasAnsweredBefore(Probe last, Probe probe) {
        for (int i = 0; i < probe.index; i++) {
            if (probes[i].sameAnswerer(last)) {
                return true;
            }
        }
        return false;
    }
}
