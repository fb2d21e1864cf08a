package dev.weft.net.link.bridge;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Numbers;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.link.Devices;
import dev.weft.net.link.LinkReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/// The words behind `type bridge_slave` (iproute2: `bridge_slave_parse_opt`).
final class PortOptions implements Consumer<NetDevice> {
    private final List<Consumer<BridgePort>> changes = new ArrayList<>();

    static PortOptions read(LinkReader reader, Args args) {
        PortOptions options = new PortOptions();
        while (args.hasNext()) {
            options.readOne(reader, args);
        }
        return options;
    }

    private void readOne(LinkReader reader, Args args) {
        if (readNumber(args)) {
            return;
        }
        for (PortSwitch choice : PortSwitch.values()) {
            if (args.takeAbbreviated(choice.word())) {
                boolean on = oneOf(choice.word(), args.next());
                changes.add(port -> PortChange.set(port, choice, on));
                return;
            }
        }
        if (args.takeAbbreviated("fdb_flush")) {
            changes.add(port -> port.bridge.fdb.deleteByPort(port, false));
        } else if (args.takeAbbreviated("backup_port")) {
            String word = args.next();
            NetDevice backup = Devices.find(reader.context().namespace(), word);
            if (backup == null) {
                throw Args.invalid("Device does not exist\n", word);
            }
            changes.add(port -> PortChange.backup(port, backup));
        } else if (args.takeAbbreviated("nobackup_port")) {
            changes.add(port -> PortChange.backup(port, null));
        } else if (args.takeAbbreviated("help")) {
            throw CommandFailure.failed(1, BridgeUsage.PORT);
        } else {
            throw CommandFailure.failed(
                    1, "bridge_slave: unknown option \"" + args.peek() + "\"?\n" + BridgeUsage.PORT);
        }
    }

    private boolean readNumber(Args args) {
        if (args.takeAbbreviated("state")) {
            number(args, 8, "state is invalid", PortChange::state);
        } else if (args.takeAbbreviated("priority")) {
            number(args, 16, "priority is invalid", PortChange::priority);
        } else if (args.takeAbbreviated("cost")) {
            number(args, 32, "cost is invalid", PortChange::cost);
        } else if (args.takeAbbreviated("mcast_router")) {
            number(args, 8, "invalid mcast_router", PortChange::multicastRouter);
        } else if (args.takeAbbreviated("group_fwd_mask")) {
            number(args, 16, "invalid group_fwd_mask", PortChange::groupForwardMask);
        } else {
            return false;
        }
        return true;
    }

    private void number(Args args, int bits, String why, ObjIntConsumer<BridgePort> change) {
        String word = args.next();
        long value = Numbers.unsigned(word, 0, bits).orElseThrow(() -> Args.invalid(why, word));
        changes.add(port -> change.accept(port, (int) value));
    }

    private static boolean oneOf(String option, String word) {
        return switch (word) {
            case "on" -> true;
            case "off" -> false;
            default ->
                throw CommandFailure.failed(
                        1,
                        "Error: argument of \"" + option + "\" must be one of \"off\", \"on\", not \"" + word + "\"\n");
        };
    }

    @Override
    public void accept(NetDevice device) {
        if (!(device.masterPort() instanceof BridgePort port)) {
            throw new KernelError(Errno.EOPNOTSUPP);
        }
        changes.forEach(change -> change.accept(port));
        if (!changes.isEmpty()) {
            port.bridge.announce(port, false);
        }
    }
}
