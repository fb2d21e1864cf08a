package dev.weft.net.link.bridge;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.link.LinkRequest;
import dev.weft.net.link.Links;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `brctl` changes, and what it says when the kernel refuses.
final class BrctlChange {
    private static final int LONGEST_NAME = 15;
    private static final int MOST_PRIORITY = 0xffff;

    /// A number as sscanf(3) finds it: what stands behind is not looked at.
    private static final Pattern DECIMAL =
            Pattern.compile("\\s*([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?).*");

    private static final Pattern INTEGER = Pattern.compile("\\s*([+-]?)(?:0[xX]([0-9a-fA-F]{1,8})|([0-9]{1,10})).*");

    private final NetNamespace namespace;

    BrctlChange(NetNamespace namespace) {
        this.namespace = namespace;
    }

    // ---- bridges and ports

    void addBridge(String name) {
        try {
            LinkRequest request = LinkRequest.named(namespace, clipped(name));
            Links.register(new Bridge(namespace, clipped(name), request.addressOrRandom()), 0);
        } catch (KernelError error) {
            throw failed(
                    error.errno() == Errno.EEXIST
                            ? "device " + name + " already exists; can't create bridge with the same name"
                            : "add bridge failed: " + error.errno().text());
        }
    }

    void deleteBridge(String name) {
        NetDevice device = namespace.device(clipped(name));
        if (device == null) {
            throw failed("bridge " + name + " doesn't exist; can't delete it");
        }
        if (!(device instanceof Bridge)) {
            throw failed("can't delete bridge " + name + ": " + Errno.EPERM.text());
        }
        if (device.isUp()) {
            throw failed("bridge " + name + " is still up; can't delete it");
        }
        Links.delete(device);
    }

    void addPort(String name, String portName) {
        NetDevice master = existingBridge(name);
        NetDevice device = interfaceOf(portName);
        try {
            BridgePorts.add(bridge(master), device);
        } catch (KernelError error) {
            throw failed(
                    switch (error.errno()) {
                        case EBUSY ->
                            "device " + portName + " is already a member of a bridge; can't add it to bridge " + name
                                    + ".";
                        case ELOOP ->
                            "device " + portName
                                    + " is a bridge device itself; can't add a bridge device to a bridge device.";
                        default ->
                            "can't add " + portName + " to bridge " + name + ": "
                                    + error.errno().text();
                    });
        }
    }

    void deletePort(String name, String portName) {
        NetDevice master = existingBridge(name);
        NetDevice device = interfaceOf(portName);
        if (!(master instanceof Bridge bridge)) {
            throw failed("can't delete " + portName + " from " + name + ": " + Errno.EOPNOTSUPP.text());
        }
        if (!(device.masterPort() instanceof BridgePort port) || port.bridge != bridge) {
            throw failed("device " + portName + " is not a port of " + name);
        }
        Links.setMaster(device, null);
    }

    // ---- numbers

    void stp(String name, String word) {
        boolean on = onOff(word);
        change("set stp status failed", name, bridge -> BridgeAttribute.STP_STATE.set(bridge, on ? 1 : 0));
    }

    /// A time in seconds, of which a hundredth is the least that counts.
    void time(BridgeAttribute attribute, String what, List<String> words) {
        Matcher number = DECIMAL.matcher(words.get(1));
        if (!number.matches()) {
            throw failed("bad " + what + " value");
        }
        double seconds = Double.parseDouble(number.group(1));
        long whole = (long) seconds;
        long centiseconds = whole * 100 + (long) (1_000_000 * (seconds - whole)) / 10_000;
        change("set " + what + " failed", words.getFirst(), bridge -> attribute.set(bridge, centiseconds));
    }

    void priority(String name, String word) {
        int priority = integer(word, "bad priority");
        change(
                "set bridge priority failed",
                name,
                bridge -> BridgeAttribute.PRIORITY.set(bridge, priority & MOST_PRIORITY));
    }

    void pathCost(String name, String portName, String word) {
        int cost = integer(word, "bad path cost value");
        changePort("set path cost failed", name, portName, port -> PortChange.cost(port, cost));
    }

    void portPriority(String name, String portName, String word) {
        int priority = integer(word, "bad path priority value");
        changePort("set port priority failed", name, portName, port -> PortChange.priority(port, priority));
    }

    void hairpin(String name, String portName, String word) {
        boolean on = onOff(word);
        NetDevice unusedBridge = existingBridge(name);
        NetDevice unusedPort = interfaceOf(portName);
        changePort(
                "can't set " + portName + " to hairpin on bridge " + name,
                name,
                portName,
                port -> PortChange.set(port, PortSwitch.HAIRPIN, on));
    }

    private void change(String what, String name, Consumer<Bridge> action) {
        try {
            Bridge bridge = bridge(device(name));
            action.accept(bridge);
            Links.stateChanged(bridge);
        } catch (KernelError error) {
            throw failed(what + ": " + error.errno().text());
        }
    }

    /// The port's own files are asked first, which know no other bridge than theirs: the name counts only without
    /// them.
    private void changePort(String what, String name, String portName, Consumer<BridgePort> action) {
        try {
            NetDevice device = namespace.device(portName);
            if (device == null || !(device.masterPort() instanceof BridgePort)) {
                Bridge unused = bridge(device(name));
            }
            if (!(device(portName).masterPort() instanceof BridgePort port)) {
                throw new KernelError(Errno.ENOENT);
            }
            action.accept(port);
            port.bridge.announce(port, false);
        } catch (KernelError error) {
            throw failed(what + ": " + error.errno().text());
        }
    }

    // ---- words

    private NetDevice existingBridge(String name) {
        NetDevice device = namespace.device(clipped(name));
        if (device == null) {
            throw failed("bridge " + name + " does not exist!");
        }
        return device;
    }

    private NetDevice interfaceOf(String name) {
        NetDevice device = namespace.device(name);
        if (device == null) {
            throw failed("interface " + name + " does not exist!");
        }
        return device;
    }

    private NetDevice device(String name) {
        NetDevice device = namespace.device(clipped(name));
        if (device == null) {
            throw new KernelError(Errno.ENODEV);
        }
        return device;
    }

    private static Bridge bridge(NetDevice device) {
        if (device instanceof Bridge bridge) {
            return bridge;
        }
        throw new KernelError(Errno.EOPNOTSUPP);
    }

    private static boolean onOff(String word) {
        return switch (word) {
            case "on", "yes", "1" -> true;
            case "off", "no", "0" -> false;
            default -> throw failed("expect on/off for argument");
        };
    }

    private static int integer(String word, String complaint) {
        Matcher number = INTEGER.matcher(word);
        if (!number.matches()) {
            throw failed(complaint);
        }
        String digits = number.group(3);
        long value = digits == null
                ? Long.parseLong(number.group(2), 16)
                : digits.matches("0[0-7]+") ? Long.parseLong(digits, 8) : Long.parseLong(digits);
        return (int) (number.group(1).equals("-") ? -value : value);
    }

    private static String clipped(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static CommandFailure failed(String text) {
        return CommandFailure.exit(1, text + "\n");
    }
}
