package dev.weft.net.netfilter.nat;

import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Worker;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.engine.Assembly;
import dev.weft.net.lab.Lab;
import dev.weft.net.netfilter.conntrack.ConnectionStatus;
import dev.weft.net.netfilter.conntrack.Connections;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.Tuples;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.Action;
import dev.weft.net.netfilter.table.Basics;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Extension;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.Rule;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.Table;
import dev.weft.net.netfilter.table.TableEdit;
import dev.weft.net.netfilter.table.TableKind;
import dev.weft.net.netfilter.table.Tables;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A client network, a router, and a server network: `a` and `c` behind `r0`, `b` behind `r1`.
final class NatLab {
    final Lab lab;
    final NetNamespace router;

    NatLab(int vectorSize) {
        lab = new Lab(new Assembly.Options(7, vectorSize, List.of()), 1);
        lab.sh("""
            ip netns add a
            ip netns add r
            ip netns add b
            ip link add a0 netns a type veth peer name r0 netns r
            ip link add b0 netns b type veth peer name r1 netns r
            ip -n a addr add 10.1.1.2/24 dev a0
            ip -n a addr add 10.1.1.3/24 dev a0
            ip -n r addr add 10.1.1.1/24 dev r0
            ip -n r addr add 10.1.2.1/24 dev r1
            ip -n b addr add 10.1.2.2/24 dev b0
            ip -n a link set a0 up
            ip -n r link set r0 up
            ip -n r link set r1 up
            ip -n b link set b0 up
            ip -n a route add default via 10.1.1.1
            """);
        router = namespace("r");
        lab.run(router, "sysctl -qw net.ipv4.ip_forward=1");
    }

    NetNamespace namespace(String name) {
        return Objects.requireNonNull(lab.network().named(name));
    }

    Conntrack conntrack() {
        return Conntrack.of(router);
    }

    // ---- rules

    /// Appends a rule; options as they are typed, without the first dashes.
    void rule(TableKind kind, String chain, Basics basics, List<Match> matches, Target target) {
        Table table = Tables.of(router).table(HookFamily.IPV4, kind);
        TableEdit edit = table.edit();
        edit.append(chain, new Rule(basics, matches, new Action.Run(target)));
        table.commit(edit);
    }

    static Target target(TargetType type, int protocol, String... words) {
        return read(type.builder(draft(protocol)), type, words);
    }

    static <T> T read(Builder<T> builder, Extension type, String... words) {
        for (int i = 0; i < words.length; i++) {
            String name = words[i].substring(2);
            Option option = type.options().stream()
                    .filter(o -> o.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            String argument = option.argument() == Option.Argument.NONE ? "" : words[++i];
            builder.option(option, new Input(argument));
        }
        return builder.build();
    }

    private record Input(String argument) implements OptionInput {
        @Override
        public boolean hasArgument() {
            return !argument.isEmpty();
        }

        @Override
        public boolean isInverted() {
            return false;
        }

        @Override
        public @Nullable String nextWord() {
            return null;
        }
    }

    static RuleDraft draft(int protocol) {
        return new RuleDraft() {
            @Override
            public NetNamespace namespace() {
                throw new UnsupportedOperationException("nothing there is looked at");
            }

            @Override
            public HookFamily family() {
                return HookFamily.IPV4;
            }

            @Override
            public String table() {
                return "nat";
            }

            @Override
            public int protocol() {
                return protocol;
            }

            @Override
            public boolean isProtocolInverted() {
                return false;
            }
        };
    }

    static Basics any() {
        return Basics.any(HookFamily.IPV4);
    }

    // ---- packets

    /// Sends frames out by a device in one go, so that they share a vector.
    void burst(NetDevice device, List<byte[]> frames) {
        Worker worker = lab.network().workerOf(device.namespace());
        for (byte[] bytes : frames) {
            Packet packet = Objects.requireNonNull(worker.pool().allocate(bytes.length));
            packet.length(bytes.length);
            packet.copyFrom(0, bytes, 0, bytes.length);
            packet.txDevice(device);
            worker.graph().next(DeviceOutput.NAME).send(packet);
        }
        lab.settle();
    }

    NetDevice device(String namespace, String name) {
        return lab.device(namespace, name);
    }

    /// An Ethernet frame with an IPv4 header and `transport` behind it.
    static byte[] frame(
            NetDevice from, NetDevice to, String source, String destination, int protocol, byte[] transport) {
        ByteBuffer frame = ByteBuffer.allocate(34 + transport.length);
        frame.putShort((short) (to.address() >>> 32)).putInt((int) to.address());
        frame.putShort((short) (from.address() >>> 32)).putInt((int) from.address());
        frame.putShort((short) 0x800);
        frame.putShort((short) 0x4500).putShort((short) (20 + transport.length));
        frame.putInt(0).put((byte) 64).put((byte) protocol).putShort((short) 0);
        frame.putInt(Ip4Address.of(source).bits())
                .putInt(Ip4Address.of(destination).bits());
        frame.put(transport);
        int sum = 0;
        for (int at = 14; at < 34; at += 2) {
            sum += frame.getShort(at) & 0xffff;
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        sum = (sum & 0xffff) + (sum >>> 16);
        frame.putShort(24, (short) ~sum);
        return frame.array();
    }

    static byte[] udp(int source, int destination) {
        return ByteBuffer.allocate(12)
                .putShort((short) source)
                .putShort((short) destination)
                .putShort((short) 12)
                .putShort((short) 0)
                .putInt(0xcafe)
                .array();
    }

    static byte[] tcp(int source, int destination, int sequence, int ack, int flags) {
        return ByteBuffer.allocate(20)
                .putShort((short) source)
                .putShort((short) destination)
                .putInt(sequence)
                .putInt(ack)
                .putShort((short) (0x5000 | flags))
                .putShort((short) 8192)
                .putInt(0)
                .array();
    }

    // ---- what has become of it

    /// Every connection with its status, marks and counters.
    List<String> listing() {
        List<String> lines = new ArrayList<>();
        Connections connections = conntrack().connections();
        conntrack()
                .forEach(slot -> lines.add(tuple(connections, 2 * slot)
                        + " | "
                        + tuple(connections, 2 * slot + 1)
                        + " | "
                        + Integer.toHexString(connections.status(slot) & ~ConnectionStatus.CONFIRMED)
                        + " mark="
                        + connections.mark(slot)
                        + " "
                        + connections.packets(slot, 0)
                        + "/"
                        + connections.packets(slot, 1)));
        return lines.stream().sorted().toList();
    }

    private static String tuple(Connections connections, int entry) {
        long addresses = connections.addresses(entry);
        long key = connections.key(entry);
        return Tuples.protocol(key)
                + " "
                + Ip4Address.toString(Tuples.source(addresses))
                + ":"
                + Tuples.sourcePort(key)
                + ">"
                + Ip4Address.toString(Tuples.destination(addresses))
                + ":"
                + Tuples.destinationPort(key);
    }
}
