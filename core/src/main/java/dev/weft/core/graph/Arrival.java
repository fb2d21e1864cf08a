package dev.weft.core.graph;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The way onto a device, wherever it is (kernel: `netif_rx`): into the device's bounded backlog, or to the worker that
/// owns its
/// namespace, in order.
public final class Arrival {
    private final Next deviceInput;
    private final Drop backlogFull;
    private final Drop gone;
    private @Nullable Worker worker;
    private int workerId;

    Arrival(Next deviceInput, Drop backlogFull, Drop gone) {
        this.deviceInput = deviceInput;
        this.backlogFull = backlogFull;
        this.gone = gone;
    }

    void bind(Worker itsWorker) {
        worker = itsWorker;
        workerId = itsWorker.id();
    }

    /// Makes `device` the packet's receiver, with all that [Packet#arriveOn] forgets, and sends it there.
    public void send(Packet packet, NetDevice device) {
        packet.arriveOn(device);
        if (device.namespace().worker() != workerId) {
            handOver(packet, device);
            return;
        }
        enqueue(packet, device);
    }

    /// As [#send], for the packets from `from` up to `to` of the frame at work.
    public void send(Frame frame, int from, int to, NetDevice device) {
        int admitted = device.namespace().worker() == workerId ? admit(device, to - from) : 0;
        for (int i = from; i < from + admitted; i++) {
            frame.get(i).arriveOn(device);
        }
        if (admitted > 0) {
            deviceInput.send(frame, from, from + admitted);
        }
        for (int i = from + admitted; i < to; i++) {
            send(frame.get(i), device);
        }
    }

    /// Takes room for packets that were made here and no device has had before; each must follow by [#place].
    ///
    /// @return for how many there is room
    public int reserve(NetDevice device, int packets) {
        return device.namespace().worker() == workerId ? admit(device, packets) : packets;
    }

    /// So many packets for which room was reserved do not come.
    public void giveBack(NetDevice device, int packets) {
        if (device.namespace().worker() == workerId) {
            device.backlog(device.backlog() - packets);
        }
    }

    /// Sends the first `count` packets of an array, for which room was reserved.
    public void place(@Nullable Packet[] packets, int count, NetDevice device) {
        for (int i = 0; i < count; i++) {
            Objects.requireNonNull(packets[i]).rxDevice(device);
        }
        if (device.namespace().worker() == workerId) {
            deviceInput.send(packets, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            handOver(Objects.requireNonNull(packets[i]), device);
        }
    }

    /// Lets as many of `packets` wait for the device as there is room for.
    private static int admit(NetDevice device, int packets) {
        int waiting = device.backlog();
        int admitted = Math.clamp(NetDevice.BACKLOG_LIMIT - waiting, 0, packets);
        device.backlog(waiting + admitted);
        return admitted;
    }

    /// Brings the packet back by the device that it left by, with all that [Packet#loopBack] keeps.
    public void loopBack(Packet packet, NetDevice device) {
        packet.loopBack(device);
        enqueue(packet, device);
    }

    private void enqueue(Packet packet, NetDevice device) {
        int waiting = device.backlog();
        if (waiting >= NetDevice.BACKLOG_LIMIT) {
            device.statistics().rxDropped();
            backlogFull.send(packet);
        } else {
            device.backlog(waiting + 1);
            deviceInput.send(packet);
        }
    }

    /// Takes in what another worker has handed over; the device may have moved or gone meanwhile.
    void receive(Packet packet) {
        NetDevice device = packet.rxDevice();
        if (!device.isRegistered()) {
            gone.send(packet);
        } else if (device.namespace().worker() != workerId) {
            handOver(packet, device);
        } else {
            enqueue(packet, device);
        }
    }

    private void handOver(Packet packet, NetDevice device) {
        Worker own = worker;
        packet.holder(0); // it is no longer in a frame of this worker
        if (own == null || !own.handOver(packet, device.namespace().worker())) {
            backlogFull.send(packet);
        }
    }
}
