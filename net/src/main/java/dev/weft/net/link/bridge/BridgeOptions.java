package dev.weft.net.link.bridge;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Numbers;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.wire.Bytes;
import dev.weft.net.iproute.LinkAddress;
import dev.weft.net.link.LinkOptions;
import dev.weft.net.link.LinkRequest;
import dev.weft.net.link.Links;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words behind `type bridge` (iproute2: `bridge_parse_opt`; kernel: `br_changelink`).
final class BridgeOptions implements LinkOptions {
    private static final String PATTERN = "bridge%d";
    private static final List<String> VLAN_PROTOCOLS = List.of("802.1q", "802.1ad");

    private final Map<BridgeAttribute, Long> numbers = new EnumMap<>(BridgeAttribute.class);
    private @Nullable Bytes groupAddress;
    private boolean flush;
    private boolean vlanProtocol;

    /// Reads all words; a failure has iproute2's.
    static BridgeOptions read(Args args) {
        BridgeOptions options = new BridgeOptions();
        while (args.hasNext()) {
            options.readOne(args);
        }
        return options;
    }

    private void readOne(Args args) {
        for (BridgeAttribute attribute : BridgeAttribute.values()) {
            if (args.takeAbbreviated(attribute.word())) {
                String word = args.next();
                numbers.put(
                        attribute,
                        Numbers.unsigned(word, 0, attribute.bits())
                                .orElseThrow(() -> Args.invalid("invalid " + attribute.word(), word)));
                return;
            }
        }
        if (args.takeAbbreviated("group_address")) {
            groupAddress = LinkAddress.read(args.next());
        } else if (args.takeAbbreviated("fdb_flush")) {
            flush = true;
        } else if (args.takeAbbreviated("vlan_protocol")) {
            String word = args.next();
            if (!VLAN_PROTOCOLS.contains(word.toLowerCase(java.util.Locale.ROOT))
                    && Numbers.unsigned(word, 0, 16).isEmpty()) {
                throw Args.invalid("invalid vlan_protocol", word);
            }
            vlanProtocol = true;
        } else if (args.takeAbbreviated("help")) {
            throw CommandFailure.failed(1, BridgeUsage.BRIDGE);
        } else {
            throw CommandFailure.failed(1, "bridge: unknown command \"" + args.peek() + "\"?\n" + BridgeUsage.BRIDGE);
        }
    }

    @Override
    public boolean isEmpty() {
        return numbers.isEmpty() && groupAddress == null && !flush && !vlanProtocol;
    }

    @Override
    public NetDevice create(LinkRequest request) {
        Bridge bridge = new Bridge(request.namespace(), request.nameOr(PATTERN), request.addressOrRandom());
        request.configure(bridge);
        return bridge;
    }

    @Override
    public void created(NetDevice device) {
        Bridge bridge = (Bridge) device;
        if (bridge.settings().isAddressAssignedByUser()) {
            bridge.tree.address(bridge.address());
        }
        try {
            change(device);
        } catch (KernelError refused) {
            Links.delete(device);
            throw refused;
        }
    }

    @Override
    public void change(NetDevice device) {
        Bridge bridge = (Bridge) device;
        numbers.forEach((attribute, value) -> attribute.set(bridge, value));
        Bytes address = groupAddress;
        if (address != null) {
            bridge.stored.groupAddress = groupAddress(address);
        }
        if (flush) {
            bridge.fdb.flush();
        }
        if (!isEmpty()) {
            Links.stateChanged(bridge);
        }
    }

    /// 01:80:c2:00:00:0X, but neither pause, nor LACP, nor 802.1X.
    private static long groupAddress(Bytes address) {
        if (address.length() != 6) {
            throw new KernelError(Errno.EINVAL);
        }
        return groupAddress(LinkAddress.mac(address).bits());
    }

    static long groupAddress(long bits) {
        int group = (int) bits & 0xf;
        if (bits >>> 4 != 0x0180_c200_0000L >>> 4 || group >= 1 && group <= 3) {
            throw new KernelError(Errno.EINVAL);
        }
        return bits;
    }
}
