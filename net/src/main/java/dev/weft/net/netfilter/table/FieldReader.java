package dev.weft.net.netfilter.table;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.netfilter.classify.Field;
import dev.weft.net.netfilter.classify.PacketFields;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a packet by which rules are classified.
final class FieldReader {
    private static final int SOURCE6 = 8;
    private static final int DESTINATION6 = 24;

    /// TCP drops what begins in the second block of eight bytes (kernel: "Dropping evil TCP offset=1 frag").
    private static final int EVIL_OFFSET = 8;

    private final PacketFields fields = new PacketFields();

    PacketFields fields() {
        return fields;
    }

    /// @return false when rules may find the packet malformed as they are asked: then they must be asked one by one
    boolean read(Packet packet, HookState state) {
        if (state.isIp6()) {
            fields.set(Field.SOURCE, packet.i64(SOURCE6));
            fields.set(Field.SOURCE_LOW, packet.i64(SOURCE6 + 8));
            fields.set(Field.DESTINATION, packet.i64(DESTINATION6));
            fields.set(Field.DESTINATION_LOW, packet.i64(DESTINATION6 + 8));
        } else {
            fields.set(Field.SOURCE, state.source4 & 0xffff_ffffL);
            fields.set(Field.DESTINATION, state.destination4 & 0xffff_ffffL);
        }
        fields.devices(name(state.in()), name(state.out()));
        int protocol = state.protocol();
        if (protocol < 0) {
            return false;
        }
        fields.set(Field.PROTOCOL, protocol);
        return readPorts(packet, state, protocol);
    }

    private boolean readPorts(Packet packet, HookState state, int protocol) {
        if (state.fragmentOffset() != 0) {
            noPorts();
            return state.fragmentOffset() != EVIL_OFFSET;
        }
        int at = state.transportOffset();
        if (packet.length() < at + headerLength(protocol)) {
            return false;
        }
        if (hasPorts(protocol)) {
            fields.set(Field.SOURCE_PORT, packet.u16(at));
            fields.set(Field.DESTINATION_PORT, packet.u16(at + 2));
        } else {
            noPorts();
        }
        return true;
    }

    private void noPorts() {
        fields.set(Field.SOURCE_PORT, Field.NO_PORT);
        fields.set(Field.DESTINATION_PORT, Field.NO_PORT);
    }

    private static boolean hasPorts(int protocol) {
        return switch (protocol) {
            case IpProtocol.TCP, IpProtocol.UDP, IpProtocol.UDP_LITE, IpProtocol.SCTP, IpProtocol.DCCP -> true;
            default -> false;
        };
    }

    /// Bytes without which some match may call the packet malformed.
    private static int headerLength(int protocol) {
        return switch (protocol) {
            case IpProtocol.TCP -> 20;
            case IpProtocol.DCCP -> 16;
            case IpProtocol.SCTP, IpProtocol.AH -> 12;
            default -> 8;
        };
    }

    private static String name(@Nullable NetDevice device) {
        return device == null ? "" : device.name();
    }
}
