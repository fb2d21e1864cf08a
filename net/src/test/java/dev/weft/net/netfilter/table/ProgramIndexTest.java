package dev.weft.net.netfilter.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketPool;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.lab.Lab;
import dev.weft.net.netfilter.classify.Demand;
import dev.weft.net.netfilter.classify.Field;
import dev.weft.net.netfilter.classify.Ranges;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.HookFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// With an index and without one, a program gives the same verdicts, the same counters and asks the same questions of
/// matches that have a memory.
class ProgramIndexTest {
    private static final List<String> USER_CHAINS = List.of("a", "b", "c");

    private final Lab lab = Lab.withSeed(1);
    private final SplittableRandom random = new SplittableRandom(7_011_982);
    private final PacketPool pool = new PacketPool();
    private final List<NetDevice> devices = devices();

    @Test
    void changesNothingThatCanBeSeen() {
        for (int round = 0; round < 60; round++) {
            HookFamily family = random.nextInt(3) == 0 ? HookFamily.IPV6 : HookFamily.IPV4;
            long seed = random.nextLong();
            TableRules plainRules = rules(family, new SplittableRandom(seed));
            TableRules indexedRules = rules(family, new SplittableRandom(seed));
            Program plain = program(plainRules);
            Program indexed = program(indexedRules);
            indexed.index(ProgramIndex.of(indexed));
            Interpreter interpreter = new Interpreter();
            HookState state = new HookState(family, TableKind.FILTER, Hook.FORWARD, new NoServices());
            for (int i = 0; i < 400; i++) {
                Packet packet = packet(family);
                NetDevice in = device();
                NetDevice out = device();
                state.enter(packet, devices.getFirst().namespace(), in, out, i);
                Verdict expected = interpreter.run(plain, packet, state);
                state.enter(packet, devices.getFirst().namespace(), in, out, i);
                assertThat(interpreter.run(indexed, packet, state)).isEqualTo(expected);
                pool.free(packet);
            }
            assertThat(counters(indexedRules)).isEqualTo(counters(plainRules));
        }
    }

    private static Program program(TableRules rules) {
        Chain forward = rules.chain("FORWARD");
        Policy policy = forward.policy();
        if (policy == null) {
            throw new AssertionError("FORWARD is a base chain");
        }
        return new Compiler(rules).compile(forward, policy);
    }

    private static List<String> counters(TableRules rules) {
        List<String> counters = new ArrayList<>();
        for (Chain chain : rules.all()) {
            Policy policy = chain.policy();
            counters.add(chain.name() + (policy == null ? "" : " " + policy.packets() + " " + policy.bytes()));
            for (Rule rule : chain.rules()) {
                String asked = String.join(
                        " ", rule.matches().stream().map(Object::toString).toList());
                counters.add(rule.packets() + " " + rule.bytes() + " " + asked);
            }
        }
        return counters;
    }

    // ---- random rules

    private static TableRules rules(HookFamily family, SplittableRandom random) {
        TableEdit edit = new TableEdit(TableRules.empty(family, TableKind.FILTER));
        USER_CHAINS.forEach(edit::newChain);
        for (String chain : List.of("FORWARD", "a", "b", "c")) {
            int rules = random.nextInt(200);
            for (int i = 0; i < rules; i++) {
                edit.append(chain, rule(family, random, USER_CHAINS.indexOf(chain)));
            }
        }
        return edit.result();
    }

    /// A chain jumps only to those behind it, so that there is no circle.
    private static Rule rule(HookFamily family, SplittableRandom random, int chain) {
        Action action = switch (random.nextInt(12)) {
            case 0 -> Action.ACCEPT;
            case 1 -> Action.DROP;
            case 2 -> Action.RETURN;
            case 3, 4, 5 ->
                chain + 1 < USER_CHAINS.size()
                        ? new Action.Jump(
                                USER_CHAINS.get(random.nextInt(chain + 1, USER_CHAINS.size())), random.nextInt(4) == 0)
                        : Action.NONE;
            default -> Action.NONE;
        };
        List<Match> matches = new ArrayList<>();
        while (random.nextInt(3) == 0) {
            matches.add(
                    switch (random.nextInt(3)) {
                        case 0 -> new EverySecond();
                        case 1 -> new EvilWhenShort();
                        default -> new Port(random.nextInt(8));
                    });
        }
        int protocol = random.nextBoolean() ? 0 : protocol(random);
        Basics basics = new Basics(
                family,
                address(family, random),
                address(family, random),
                device(random),
                device(random),
                protocol,
                protocol != 0 && random.nextInt(5) == 0,
                protocol != 0,
                family == HookFamily.IPV4 && random.nextInt(20) == 0,
                random.nextBoolean());
        return new Rule(basics, matches, action);
    }

    private static AddressMask address(HookFamily family, SplittableRandom random) {
        if (random.nextInt(3) != 0) {
            return AddressMask.ANY;
        }
        boolean inverted = random.nextInt(5) == 0;
        int bits = random.nextInt(8) == 0 ? random.nextInt() : -1 << random.nextInt(4);
        if (family == HookFamily.IPV4) {
            return AddressMask.of4(random.nextInt(8), bits, inverted);
        }
        return random.nextBoolean()
                ? AddressMask.of6(random.nextInt(8), random.nextInt(8), -1, bits, inverted)
                : AddressMask.of6(random.nextInt(8), 0, bits, 0, inverted);
    }

    private static DeviceMask device(SplittableRandom random) {
        if (random.nextInt(4) != 0) {
            return DeviceMask.ANY;
        }
        String[] names = {"e0", "e1", "e+", "e1+", "+", "f0"};
        return new DeviceMask(names[random.nextInt(names.length)], random.nextInt(4) == 0);
    }

    private static int protocol(SplittableRandom random) {
        return random.nextBoolean() ? IpProtocol.UDP : random.nextBoolean() ? IpProtocol.TCP : IpProtocol.ICMP;
    }

    // ---- random packets

    private Packet packet(HookFamily family) {
        Packet packet = pool.allocate();
        if (packet == null) {
            throw new AssertionError("the pool is empty");
        }
        int header = family == HookFamily.IPV4 ? 20 : 40;
        packet.length(header + (random.nextInt(5) == 0 ? random.nextInt(24) : 24));
        for (int i = 0; i < header + 24; i += 4) {
            packet.put32(i, 0);
        }
        int protocol = protocol(random);
        if (family == HookFamily.IPV4) {
            packet.put8(0, 0x45);
            packet.put8(9, protocol);
            packet.put32(12, random.nextInt(8));
            packet.put32(16, random.nextInt(8));
            packet.put16(6, random.nextInt(8) == 0 ? random.nextInt(4) : 0);
        } else {
            packet.put8(0, 0x60);
            packet.put16(4, packet.length() - header);
            packet.put8(6, protocol);
            for (int at = 8; at < header; at += 8) {
                packet.put64(at, random.nextInt(8));
            }
        }
        packet.put16(header, random.nextInt(8));
        packet.put16(header + 2, random.nextInt(8));
        return packet;
    }

    private @Nullable NetDevice device() {
        int which = random.nextInt(devices.size() + 1);
        return which == devices.size() ? null : devices.get(which);
    }

    private List<NetDevice> devices() {
        lab.sh("""
            ip link add e0 type veth peer name e1
            ip link add e10 type dummy
            ip link add f0 type dummy
            """);
        return List.of(lab.device("", "e0"), lab.device("", "e1"), lab.device("", "e10"), lab.device("", "f0"));
    }

    // ---- matches as the data path sees them

    private abstract static class TestMatch implements Match {
        @Override
        public MatchType type() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void save(StringBuilder to) {}

        @Override
        public void print(StringBuilder to, boolean numeric) {}

        @Override
        public String toString() {
            return "";
        }
    }

    /// Remembers how often it was asked.
    private static final class EverySecond extends TestMatch {
        private int asked;

        @Override
        public boolean matches(Packet packet, HookState state) {
            return (++asked & 1) == 0;
        }

        @Override
        public String toString() {
            return "asked " + asked;
        }
    }

    /// Calls what has no whole transport header malformed.
    private static final class EvilWhenShort extends TestMatch {
        @Override
        public boolean matches(Packet packet, HookState state) {
            int offset = state.fragmentOffset();
            if (offset == 8 || offset == 0 && packet.length() < state.transportOffset() + 8) {
                state.hotDrop();
                return false;
            }
            return true;
        }

        @Override
        public boolean hasMemory() {
            return false;
        }
    }

    private static final class Port extends TestMatch {
        private final int port;

        Port(int port) {
            this.port = port;
        }

        @Override
        public boolean matches(Packet packet, HookState state) {
            boolean hasPorts = state.protocol() == IpProtocol.UDP || state.protocol() == IpProtocol.TCP;
            return hasPorts
                    && state.fragmentOffset() == 0
                    && packet.length() >= state.transportOffset() + 4
                    && packet.u16(state.transportOffset() + 2) == port;
        }

        @Override
        public boolean hasMemory() {
            return false;
        }

        @Override
        public Demand demand(Demand demand) {
            return demand.with(Field.DESTINATION_PORT, Ranges.only(port));
        }
    }

    private static final class NoServices implements HookServices {
        @Override
        public void icmpError(Packet packet, int type, int code) {}

        @Override
        public @Nullable Packet allocate(int bytes) {
            return null;
        }

        @Override
        public @Nullable Packet copy(Packet packet) {
            return null;
        }

        @Override
        public void sendLocal(Packet packet) {}

        @Override
        public void proceed(Packet packet) {}

        @Override
        public void drop(Packet packet) {}
    }
}
