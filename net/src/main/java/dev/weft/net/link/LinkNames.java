package dev.weft.net.link;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;

/// Which names devices may have, and which are free (kernel: `dev_valid_name`, `__dev_alloc_name`).
public final class LinkNames {
    private static final int LONGEST = 15;

    private LinkNames() {}

    /// The name itself, or the first free one of a pattern such as `veth%d`.
    ///
    /// @throws KernelError when no device may be called so here
    public static String resolve(NetNamespace namespace, String name) {
        if (!isValid(name)) {
            throw new KernelError(Errno.EINVAL);
        }
        int percent = name.indexOf('%');
        if (percent >= 0) {
            return free(namespace, name, percent);
        }
        if (namespace.device(name) != null) {
            throw new KernelError(Errno.EEXIST);
        }
        return name;
    }

    private static String free(NetNamespace namespace, String pattern, int percent) {
        if (!pattern.startsWith("%d", percent) || pattern.indexOf('%', percent + 1) >= 0) {
            throw new KernelError(Errno.EINVAL);
        }
        String before = pattern.substring(0, percent);
        String after = pattern.substring(percent + 2);
        for (int i = 0; ; i++) {
            String name = before + i + after;
            if (name.length() > LONGEST) {
                throw new KernelError(Errno.ENFILE);
            }
            if (namespace.device(name) == null) {
                return name;
            }
        }
    }

    private static boolean isValid(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(c -> c == '/' || c == ':' || Character.isWhitespace(c));
    }

    /// `ip link property add`: the device is found under one more name.
    ///
    /// @throws KernelError EEXIST when the name is taken
    public static void addAlternative(NetDevice device, String name) {
        if (device.namespace().device(name) != null) {
            throw new KernelError(Errno.EEXIST);
        }
        device.alternativeNames().add(name);
        device.namespace().alias(name, device);
        Links.stateChanged(device);
    }

    /// `ip link property del`.
    ///
    /// @throws KernelError ENOENT when the device has no such name, EINVAL when it is its proper one
    public static void removeAlternative(NetDevice device, String name) {
        if (!device.alternativeNames().remove(name)) {
            throw new KernelError(device.name().equals(name) ? Errno.EINVAL : Errno.ENOENT);
        }
        device.namespace().alias(name, null);
        Links.stateChanged(device);
    }
}
