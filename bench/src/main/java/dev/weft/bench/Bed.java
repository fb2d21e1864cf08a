package dev.weft.bench;

import dev.weft.core.graph.Worker;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.engine.Assembly;
import dev.weft.net.generator.PacketGenerator;
import dev.weft.net.generator.PacketStream;
import dev.weft.net.generator.PacketTemplate;
import dev.weft.net.lab.Lab;
import java.util.List;

/// A network to measure on: built by commands, driven by the packet generator on this thread alone. All counters,
/// checks and
/// trace questions that a network in use has are on.
final class Bed {
    private final Lab lab;

    Bed(int vectorSize) {
        lab = new Lab(new Assembly.Options(1, vectorSize, List.of()), 1);
    }

    Lab lab() {
        return lab;
    }

    NetDevice device(String name) {
        return lab.device("", name);
    }

    /// Sends `count` packets into `from` and waits until all have come out by `to`.
    ///
    /// @return nanoseconds per packet, generator included
    double nanosPerPacket(String from, String to, PacketTemplate template, long count) {
        NetDevice out = device(to);
        Worker worker = lab.workers().getFirst();
        PacketGenerator generator = worker.graph().node(PacketGenerator.class);
        PacketStream stream = new PacketStream("bench", device(from), template, count, 0);
        generator.add(stream);
        generator.enable(stream);
        long before = out.statistics().txPackets();
        long start = System.nanoTime();
        while (stream.isEnabled() || worker.hasPending()) {
            worker.poll();
        }
        long nanos = System.nanoTime() - start;
        generator.remove(stream);
        long arrived = out.statistics().txPackets() - before;
        if (arrived != count) {
            throw new IllegalStateException(arrived + " of " + count + " packets arrived");
        }
        return (double) nanos / count;
    }
}
