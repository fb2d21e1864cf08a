package dev.weft.net.ip.v4;

import dev.weft.core.errno.Errno;
import dev.weft.core.graph.DeviceInput;
import dev.weft.core.graph.Worker;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.IcmpHeader;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Ipv4;
import dev.weft.core.wire.Ipv4Header;
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
