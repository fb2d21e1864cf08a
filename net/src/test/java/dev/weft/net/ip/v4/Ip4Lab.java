package dev.weft.net.ip.v4;

import dev.weft.core.errno.Errno;
import dev.weft.core.graph.DeviceInput;
import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.Worker;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.EtherType;
import dev.weft.core.wire.Ethernet;
import dev.weft.core.wire.EthernetHeader;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.IcmpHeader;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Ipv4;
import dev.weft.core.wire.Ipv4Header;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.ip.arp.ArpTable;
import dev.weft.net.ip.neighbor.Neighbor;
import dev.weft.net.ip.v4.address.AddressRequest;
import dev.weft.net.ip.v4.address.Addresses;
import dev.weft.net.lab.Lab;
import dev.weft.net.namespace.Sysctls;
import dev.weft.net.transport.SocketError;
import dev.weft.net.transport.raw.RawSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A Lab for experiments with IPv4: hosts that ping each other by raw sockets and remember what they got.
public final class Ip4Lab {
    private final Lab lab;

    public Ip4Lab(Lab lab) {
        this.lab = lab;
    }

    public Lab lab() {
        return lab;
    }

    public NetNamespace namespace(String name) {
        return name.isEmpty()
                ? lab.network().initial()
                : Objects.requireNonNull(lab.network().named(name), name);
    }

    /// `ip addr add ADDRESS dev DEVICE`
    public void address(String namespace, String device, String prefix) {
        NetDevice dev = lab.device(namespace, device);
        String[] parts = prefix.split("/");
        AddressRequest request = AddressRequest.of(dev, Ip4Address.of(parts[0]).bits(), Integer.parseInt(parts[1]));
        Addresses.of(dev.namespace()).add(request, AddressRequest.Mode.ADD);
    }

    /// `sysctl -w net.ipv4.NAME=VALUE`
    public void sysctl(String namespace, String name, int value) {
        NetNamespace where = namespace(namespace);
        Sysctls.of(where).write(where, "net/ipv4/" + name, Integer.toString(value));
    }

    public void advance(Duration time) {
        lab.advance(time);
    }

    public void seconds(int seconds) {
        lab.advance(Duration.ofSeconds(seconds));
    }

    /// What a command prints in a namespace, errors included.
    public String run(String namespace, String command) {
        Lab.Result result = lab.run(namespace(namespace), command);
        return result.out() + result.err();
    }

    /// Did somebody answer a ping?
    public boolean answers(String namespace, String options) {
        return lab.run(namespace(namespace), "ping -c 1 -W 1 " + options).status() == 0;
    }

    /// Packets that all nodes together have dropped for a reason.
    public long drops(String reason) {
        return lab.workers().stream()
                .flatMap(worker -> worker.graph().nodes().stream())
                .flatMap(node -> node.drops().stream())
                .filter(drop -> drop.reason().name().equals(reason))
                .mapToLong(Drop::count)
                .sum();
    }

    /// Sends a UDP datagram of eight bytes with these addresses, to the link-layer address of the router that is
    /// `ra`'s.
    public void datagram(String namespace, String device, String source, String destination) {
        datagram(namespace, device, source, destination, 0x0200_0000_010aL);
    }

    public void datagram(String namespace, String device, String source, String destination, long mac) {
        packet(
                namespace,
                device,
                mac,
                Ipv4Header.of(IpProtocol.UDP, 64, address(source), address(destination), 16),
                new byte[16]);
    }

    /// Sends a packet as it is out by a device.
    public void packet(String namespace, String device, long mac, Ipv4Header header, byte[] payload) {
        NetDevice out = lab.device(namespace, device);
        Packet packet = Objects.requireNonNull(
                lab.network().workerOf(out.namespace()).pool().allocate());
        int at = Ethernet.LENGTH;
        packet.length(at + Ipv4.LENGTH + payload.length);
        new EthernetHeader(new MacAddress(mac), new MacAddress(out.address()), EtherType.IPV4).write(packet, 0);
        header.write(packet, at);
        packet.copyFrom(at + Ipv4.LENGTH, payload, 0, payload.length);
        packet.txDevice(out);
        lab.network().workerOf(out.namespace()).graph().next(DeviceOutput.NAME).send(packet);
        lab.settle();
    }

    private static Ip4Address address(String text) {
        return Ip4Address.of(text);
    }

    public long count(String namespace, Ip4Counter counter) {
        return Ip4Counters.of(namespace(namespace)).get(counter);
    }

    /// A router `r` between the hosts `a` (10.0.1.1) and `b` (10.0.2.1), each with it as the default gateway (.254).
    public static Ip4Lab router() {
        Lab lab = Lab.withSeed(1);
        lab.sh("""
            ip netns add a
            ip netns add r
            ip netns add b
            ip link add eth0 address 02:00:00:00:00:0a netns a type veth peer name ra address 02:00:00:00:01:0a netns r
            ip link add eth0 address 02:00:00:00:00:0b netns b type veth peer name rb address 02:00:00:00:01:0b netns r
            ip -n a addr add 10.0.1.1/24 brd + dev eth0
            ip -n b addr add 10.0.2.1/24 brd + dev eth0
            ip -n r addr add 10.0.1.254/24 brd + dev ra
            ip -n r addr add 10.0.2.254/24 brd + dev rb
            ip -n a link set eth0 up
            ip -n b link set eth0 up
            ip -n r link set ra up
            ip -n r link set rb up
            ip -n a link set lo up
            ip -n b link set lo up
            ip -n r link set lo up
            ip -n a route add default via 10.0.1.254
            ip -n b route add default via 10.0.2.254
            ip netns exec r sysctl -qw net.ipv4.ip_forward=1
            """);
        return new Ip4Lab(lab);
    }

    public @Nullable Neighbor neighbor(String namespace, String device, String address) {
        NetDevice dev = lab.device(namespace, device);
        return ArpTable.of(dev.namespace()).lookup(dev, Ip4Address.of(address).bits());
    }

    /// Lets frames arrive on a device all at once, as one vector if there are not too many.
    public void arrive(NetDevice device, List<byte[]> frames) {
        Worker worker = lab.network().workerOf(device.namespace());
        for (byte[] bytes : frames) {
            Packet packet = Objects.requireNonNull(worker.pool().allocate(bytes.length));
            packet.length(bytes.length);
            packet.copyFrom(0, bytes, 0, bytes.length);
            packet.rxDevice(device);
            device.backlog(device.backlog() + 1);
            worker.graph().next(DeviceInput.NAME).send(packet);
        }
        lab.settle();
    }

    public Pinger pinger(String namespace) {
        return new Pinger(namespace(namespace));
    }

    /// What came back.
    ///
    /// @param payload bytes behind the ICMP header
    public record Reply(Ipv4Header ip, IcmpHeader icmp, byte[] payload) {}

    /// A raw socket as ping has it.
    public final class Pinger {
        private static final int IDENTIFIER = 0x1234;

        private final RawSocket socket;
        private final List<Reply> replies = new ArrayList<>();
        private final List<SocketError> errors = new ArrayList<>();
        private int sequence;

        Pinger(NetNamespace namespace) {
            socket = new RawSocket(namespace, IpProtocol.ICMP);
            socket.ignoreIcmpTypes(1 << Icmp.ECHO);
            socket.onReceive(this::received);
            socket.onError(errors::add);
        }

        public RawSocket socket() {
            return socket;
        }

        /// Echo replies and whatever else of ICMP came.
        public List<Reply> replies() {
            return replies;
        }

        public List<SocketError> errors() {
            return errors;
        }

        public void forget() {
            replies.clear();
            errors.clear();
        }

        public @Nullable Errno ping(String address) {
            return ping(address, 56);
        }

        public @Nullable Errno ping(String address, int bytes) {
            return send(address, Icmp.ECHO, bytes);
        }

        /// Sends a message of a type with a payload of so many bytes.
        public @Nullable Errno send(String address, int type, int bytes) {
            Packet packet = Objects.requireNonNull(socket.allocate(Icmp.LENGTH + bytes));
            Icmp icmp = new Icmp(packet, 0);
            icmp.type(type);
            icmp.code(0);
            icmp.identifier(IDENTIFIER);
            icmp.sequence(++sequence);
            for (int i = 0; i < bytes; i++) {
                packet.put8(Icmp.LENGTH + i, i);
            }
            icmp.writeChecksum(packet.length());
            Errno error = socket.sendTo(packet, Ip4Address.of(address).bits());
            lab.settle();
            return error;
        }

        private void received(Packet packet) {
            Ipv4Header ip = Ipv4Header.read(packet, 0);
            int at = new Ipv4(packet, 0).headerLength();
            byte[] payload = new byte[packet.length() - at - Icmp.LENGTH];
            packet.copyTo(at + Icmp.LENGTH, payload, 0, payload.length);
            replies.add(new Reply(ip, IcmpHeader.read(packet, at), payload));
        }
    }
}
