package dev.weft.net.ip.neighbor;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.time.Timer;
import dev.weft.core.time.TimerWheel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Requests whose answer is held back (kernel: `proxy_queue`, `neigh_proxy_process`).
final class ProxyQueue {
    private record Held(Packet request, long due) {}

    private final NeighborTable table;
    private final List<Held> held = new ArrayList<>(0);
    private final Timer timer = Timer.of(this::answerDue);

    ProxyQueue(NeighborTable table) {
        this.table = table;
    }

    int size() {
        return held.size();
    }

    void add(Packet request, long due) {
        request.holder(0);
        held.add(new Held(request, due));
        wake();
    }

    void drop(NetDevice device) {
        for (Iterator<Held> it = held.iterator(); it.hasNext(); ) {
            Packet request = it.next().request;
            if (request.rxDeviceOrNull() == device) {
                it.remove();
                table.node().dead(request);
            }
        }
    }

    private void answerDue() {
        long now = table.now();
        for (Held answer : List.copyOf(held)) {
            if (answer.due <= now) {
                held.remove(answer);
                table.protocol().answerForProxy(answer.request);
            }
        }
        wake();
    }

    private void wake() {
        long next = held.stream().mapToLong(Held::due).min().orElse(TimerWheel.NEVER);
        if (next != TimerWheel.NEVER) {
            table.timers().set(timer, next);
        }
    }
}
