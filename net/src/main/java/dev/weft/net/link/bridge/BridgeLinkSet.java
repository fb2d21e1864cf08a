package dev.weft.net.link.bridge;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Numbers;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.link.Devices;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `bridge link set dev PORT …` (iproute2: `brlink_modify`).
final class BridgeLinkSet {
    private static final int BAD_SWITCH = 234; // -EINVAL, as a shell sees it

    private final IpContext context;
    private final Map<PortSwitch, Boolean> switches = new EnumMap<>(PortSwitch.class);
    private String dev = "";
    private int cost;
    private int priority = -1;
    private int state = -1;
    private int multicastRouter = -1;
    private boolean self;
    private boolean setsBackup;
    private @Nullable NetDevice backup;

    private BridgeLinkSet(IpContext context) {
        this.context = context;
    }

    static void run(IpContext context, Args args) {
        BridgeLinkSet set = new BridgeLinkSet(context);
        while (args.hasNext()) {
            set.readOne(args);
        }
        if (set.dev.isEmpty()) {
            throw FdbWords.failure("Device is a required argument.\n");
        }
        NetDevice device = FdbWords.bridge(context.namespace(), set.dev);
        if (set.self || !(device.masterPort() instanceof BridgePort port)) {
            throw new KernelError(Errno.EOPNOTSUPP);
        }
        set.apply(port);
    }

    private void readOne(Args args) {
        PortSwitch choice = choice(args.peek());
        if (choice != null) {
            String option = args.next();
            switches.put(choice, onOff(option, args.next()));
        } else if (args.take("dev")) {
            dev = args.next();
        } else if (args.take("learning_sync")) {
            boolean unused = onOff("learning_sync", args.next()); // for switches of silicon
        } else if (args.take("cost")) {
            cost = leadingNumber(args.next());
        } else if (args.take("priority")) {
            priority = leadingNumber(args.next());
        } else if (args.take("mcast_router")) {
            multicastRouter = leadingNumber(args.next());
        } else if (args.take("state")) {
            state = state(args.next());
        } else if (args.take("hwmode")) {
            hardwareMode(args.next());
        } else if (args.take("self")) {
            self = true;
        } else if (args.take("backup_port")) {
            backup = backup(args.next());
            setsBackup = true;
        } else if (args.take("nobackup_port")) {
            setsBackup = true;
        } else if (!args.take("master")) {
            throw BridgeLinkCommand.usage();
        }
    }

    private static @Nullable PortSwitch choice(String word) {
        for (PortSwitch each : PortSwitch.values()) {
            if (each.word().equals(word) && !word.startsWith("proxy_arp") && each != PortSwitch.MCAST_FAST_LEAVE) {
                return each;
            }
        }
        return null;
    }

    private static boolean onOff(String option, String word) {
        return switch (word) {
            case "on" -> true;
            case "off" -> false;
            default ->
                throw CommandFailure.failed(
                        BAD_SWITCH,
                        "Error: argument of \"" + option + "\" must be one of \"off\", \"on\", not \"" + word + "\"\n");
        };
    }

    /// As atoi(3): what follows the number does not matter, and no number is 0.
    private static int leadingNumber(String word) {
        return (int) Numbers.signed(word.replaceFirst("^\\s*([-+]?\\d*).*", "$1"), 10, 32)
                .orElse(0);
    }

    private static int state(String word) {
        if (word.matches("\\d+")) {
            return (int) Numbers.unsigned(word, 10, 32).orElse(0);
        }
        for (PortState each : PortState.values()) {
            if (each.word().equalsIgnoreCase(word)) {
                return each.ordinal();
            }
        }
        throw FdbWords.failure("Error: invalid STP port state\n");
    }

    private void hardwareMode(String word) {
        if (!word.equals("vepa") && !word.equals("veb")) {
            throw FdbWords.failure("Mode argument must be \"vepa\" or \"veb\".\n");
        }
        self = true; // only the device itself could have such a mode
    }

    private NetDevice backup(String word) {
        NetDevice device = Devices.find(context.namespace(), word);
        if (device == null) {
            throw FdbWords.failure("Error: device " + word + " does not exist\n");
        }
        return device;
    }

    /// kernel: `br_setport`, in its order
    private void apply(BridgePort port) {
        switches.forEach((choice, on) -> PortChange.set(port, choice, on));
        if (cost != 0) {
            PortChange.cost(port, cost);
        }
        if (priority >= 0) {
            PortChange.priority(port, priority);
        }
        if (state >= 0) {
            PortChange.state(port, state);
        }
        if (multicastRouter >= 0) {
            PortChange.multicastRouter(port, multicastRouter & 0xff);
        }
        if (setsBackup) {
            PortChange.backup(port, backup);
        }
        port.bridge.announce(port, false);
    }
}
