package dev.weft.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.core.packet.ArcProgram;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketPool;
import dev.weft.core.time.VirtualClock;
import dev.weft.core.trace.PacketTrace;
import dev.weft.core.trace.TraceLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class GraphTest {
    private static final DropReason ODD = new DropReason("ODD", "its number is odd");

    /// Packets carry a number in their first four bytes; this node notes those it meets.
    private static final class Collector extends Node {
        final List<Integer> numbers = new ArrayList<>();
        final List<Integer> frameSizes = new ArrayList<>();
        private final Sink collected = sink("collected");

        @Override
        public void process(Frame frame) {
            frameSizes.add(frame.size());
            for (int i = 0; i < frame.size(); i++) {
                numbers.add(frame.get(i).i32(0));
                collected.send(frame.get(i));
            }
        }
    }

    /// Sends even numbers on and drops odd ones.
    private static final class EvenOnly extends Node {
        private final Next onward = next("collector");
        private final Drop odd = drop(ODD);

        @Override
        public void process(Frame frame) {
            for (int i = 0; i < frame.size(); i++) {
                Packet packet = frame.get(i);
                if (packet.isTraced()) {
                    packet.trace(new Looked(packet.i32(0)));
                }
                if ((packet.i32(0) & 1) == 0) {
                    onward.send(packet);
                } else {
                    odd.send(packet);
                }
            }
        }

        record Looked(int number) {}
    }

    /// Does what a test tells it to each packet, then sends it along its arc.
    private static final class Step extends Node {
        private final Arcs arcs = arcs();
        private final BiConsumer<Arcs, Packet> action;

        Step(BiConsumer<Arcs, Packet> action) {
            this.action = action;
        }

        @Override
        public void process(Frame frame) {
            for (int i = 0; i < frame.size(); i++) {
                action.accept(arcs, frame.get(i));
            }
        }
    }

    private static Worker worker(int vectorSize, NodeType... types) {
        return Worker.create(new GraphPlan(List.of(types)), new VirtualClock(), vectorSize, new ParkingIdler())[0];
    }

    private static final NodeType COLLECTOR = NodeType.of("collector", Collector::new);
    private static final NodeType EVEN_ONLY = NodeType.of("even-only", EvenOnly::new);
    private static final NodeType[] DEVICE = {DeviceInput.TYPE};

    private static NodeType[] with(NodeType... types) {
        NodeType[] all = new NodeType[types.length + 1];
        all[0] = DEVICE[0];
        System.arraycopy(types, 0, all, 1, types.length);
        return all;
    }

    private static void sendNumbers(Worker worker, String node, int count) {
        Next next = worker.graph().next(node);
        for (int i = 0; i < count; i++) {
            Packet packet = Objects.requireNonNull(worker.pool().allocate());
            packet.length(4);
            packet.put32(0, i);
            next.send(packet);
        }
    }

    private static void settle(Worker worker) {
        while (worker.poll() > 0) {}
    }

    @Test
    void movesEveryPacketOnOneArcAndCountsTheDropsByReason() {
        Worker worker = worker(256, with(COLLECTOR, EVEN_ONLY));
        sendNumbers(worker, "even-only", 1000);
        settle(worker);
        Collector collector = worker.graph().node(Collector.class);
        assertThat(collector.numbers).hasSize(500).allMatch(n -> n % 2 == 0).isSorted();
        assertThat(worker.graph().node(EvenOnly.class).drops()).singleElement().satisfies(drop -> {
            assertThat(drop.reason()).isEqualTo(ODD);
            assertThat(drop.count()).isEqualTo(500);
        });
        assertThat(worker.pool().inUse()).isZero();
    }

    @Test
    void vectorsOfOneGiveTheSameOrderAsVectorsOf256() {
        List<List<Integer>> seen = new ArrayList<>();
        for (int vectorSize : new int[] {1, 3, 256}) {
            Worker worker = worker(vectorSize, with(COLLECTOR, EVEN_ONLY));
            sendNumbers(worker, "even-only", 777);
            settle(worker);
            Collector collector = worker.graph().node(Collector.class);
            assertThat(collector.frameSizes).allMatch(size -> size <= vectorSize);
            seen.add(collector.numbers);
        }
        assertThat(seen.get(0)).isEqualTo(seen.get(1)).isEqualTo(seen.get(2));
    }

    /// Lets one packet through in a pass, and holds back the others.
    private static final class OneAtATime extends Node {
        private final Next onward = next("collector");
        private int lastPass;

        @Override
        public void process(Frame frame) {
            for (int i = 0; i < frame.size(); i++) {
                if (lastPass == pass()) {
                    holdBack(frame.get(i));
                } else {
                    lastPass = pass();
                    onward.send(frame.get(i));
                }
            }
        }
    }

    @Test
    void whatIsHeldBackWaitsUntilAllOthersHaveGoneTheirWayAndKeepsItsOrder() {
        for (int vectorSize : new int[] {1, 3, 256}) {
            Worker worker = worker(vectorSize, with(COLLECTOR, NodeType.of("one-at-a-time", OneAtATime::new)));
            sendNumbers(worker, "one-at-a-time", 100);
            settle(worker);
            Collector collector = worker.graph().node(Collector.class);
            assertThat(collector.numbers).hasSize(100).isSorted();
            assertThat(collector.frameSizes).allMatch(size -> size == 1);
            assertThat(worker.pool().inUse()).isZero();
            assertThat(worker.hasPending()).isFalse();
        }
    }

    @Test
    void aPollHasABudgetAndLeavesTheRestPending() {
        Worker worker = worker(256, with(COLLECTOR, EVEN_ONLY));
        sendNumbers(worker, "even-only", 100_000);
        int moved = worker.poll();
        assertThat(moved).isBetween(1, 9_000);
        assertThat(worker.hasPending()).isTrue();
        settle(worker);
        assertThat(worker.graph().node(Collector.class).numbers).hasSize(50_000);
    }

    @Test
    void aBrokenInvariantStopsOneFrameLosesNothingAndIsShownOnce() {
        NodeType faulty = NodeType.of(
                "faulty",
                () -> new Step((arcs, packet) -> {
                    if (packet.i32(0) == 5) {
                        throw new IllegalStateException("five");
                    }
                    arcs.jump(packet, 2);
                }));
        Worker worker = worker(256, with(COLLECTOR, faulty));
        assertThat(worker.graph().node("collector").id()).isEqualTo(2);
        sendNumbers(worker, "faulty", 10);
        settle(worker);
        assertThat(worker.graph().node(Collector.class).numbers).containsExactly(0, 1, 2, 3, 4);
        assertThat(worker.graph().node("faulty").statistics().failures()).isEqualTo(1);
        assertThat(worker.graph().lastFailure()).hasMessage("five");
        assertThat(worker.pool().inUse()).isZero();
        sendNumbers(worker, "faulty", 3);
        settle(worker);
        assertThat(worker.graph().node(Collector.class).numbers).hasSize(8);
    }

    @Test
    void aNodeThatForgetsAPacketIsFoundOut() {
        NodeType forgetful = NodeType.of("forgetful", () -> new Step((arcs, packet) -> {}));
        Worker worker = worker(256, with(COLLECTOR, forgetful));
        sendNumbers(worker, "forgetful", 1);
        assertThatThrownBy(worker::poll).isInstanceOf(AssertionError.class).hasMessageContaining("forgetful");
    }

    @Test
    void arcsNestTwoLevelsDeepAndTheirEndsAreData() {
        List<String> visits = new ArrayList<>();
        GraphPlan[] plan = new GraphPlan[1];
        NodeType outer = NodeType.of(
                "outer",
                () -> new Step((arcs, packet) -> {
                    visits.add("outer");
                    arcs.enter(
                            packet,
                            ArcProgram.of(plan[0].id("inner-1"), plan[0].id("inner-2")),
                            plan[0].id("after-inner"));
                }));
        NodeType inner1 = NodeType.of(
                "inner-1",
                () -> new Step((arcs, packet) -> {
                    visits.add("inner-1");
                    arcs.proceed(packet);
                }));
        NodeType inner2 = NodeType.of(
                "inner-2",
                () -> new Step((arcs, packet) -> {
                    visits.add("inner-2");
                    arcs.proceed(packet);
                }));
        NodeType afterInner = NodeType.of(
                "after-inner",
                () -> new Step((arcs, packet) -> {
                    visits.add("after-inner");
                    arcs.proceed(packet);
                }));
        NodeType start = NodeType.of(
                "start",
                () -> new Step((arcs, packet) ->
                        arcs.enter(packet, ArcProgram.of(plan[0].id("outer")), plan[0].id("collector"))));
        plan[0] = new GraphPlan(List.of(with(COLLECTOR, outer, inner1, inner2, afterInner, start)));
        Worker worker = Worker.create(plan[0], new VirtualClock(), 256, new ParkingIdler())[0];
        sendNumbers(worker, "start", 1);
        settle(worker);
        assertThat(visits).containsExactly("outer", "inner-1", "inner-2", "after-inner");
        assertThat(worker.graph().node(Collector.class).numbers).containsExactly(0);
    }

    @Test
    void aFeatureArcKeepsPrioritiesAndCountsItsUsers() {
        GraphPlan plan = new GraphPlan(List.of(with(COLLECTOR, EVEN_ONLY)));
        FeatureArc arc = new FeatureArc(plan);
        arc.enable("collector", 400);
        arc.enable("even-only", 0);
        assertThat(arc.enable("even-only", 0).length()).isEqualTo(2);
        assertThat(arc.nodes()).containsExactly("even-only", "collector");
        assertThat(arc.disable("even-only", 0).length()).isEqualTo(2);
        assertThat(arc.disable("even-only", 0).length()).isEqualTo(1);
        assertThat(arc.disable("collector", 400).isEmpty()).isTrue();
    }

    @Test
    void aTracedPacketTellsItsWayAndItsEnd() {
        Worker worker = worker(256, with(COLLECTOR, EVEN_ONLY));
        TraceLog log = new TraceLog(2);
        worker.graph().trace(worker.graph().node("even-only"), 2, log);
        sendNumbers(worker, "even-only", 4);
        settle(worker);
        assertThat(log.traces()).hasSize(2);
        PacketTrace even = log.traces().get(0);
        assertThat(even.steps()).extracting(s -> s.node()).containsExactly("even-only", "collector");
        assertThat(even.steps().getFirst().decisions()).containsExactly(new EvenOnly.Looked(0));
        assertThat(even.ending()).isEqualTo("collected");
        PacketTrace odd = log.traces().get(1);
        assertThat(odd.isDropped()).isTrue();
        assertThat(odd.ending()).contains("ODD").contains("its number is odd");
        assertThat(log.open()).isZero();
    }

    @Test
    void runtimeIsCountedForEveryNode() {
        Worker worker = worker(256, with(COLLECTOR, EVEN_ONLY));
        sendNumbers(worker, "even-only", 512);
        settle(worker);
        NodeStatistics statistics = worker.graph().node("even-only").statistics();
        assertThat(statistics.calls()).isEqualTo(2);
        assertThat(statistics.packetsPerCall()).isEqualTo(256);
        assertThat(statistics.nanosPerPacket()).isPositive();
    }

    @Test
    void anUnknownArcIsRefusedWhenTheGraphIsBuilt() {
        assertThatThrownBy(() -> worker(256, with(EVEN_ONLY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("collector");
    }

    @Test
    void aFullPoolSaysSoInsteadOfThrowing() {
        PacketPool pool = new PacketPool(2);
        Packet first = Objects.requireNonNull(pool.allocate());
        assertThat(pool.allocate(60_000)).isNotNull();
        assertThat(pool.allocate()).isNull();
        pool.free(first);
        assertThat(pool.allocate()).isNotNull();
    }
}
