package dev.weft.net.link;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import org.jspecify.annotations.Nullable;

/// Finds the devices that commands name.
public final class Devices {
    private Devices() {}

    /// The device of that name, alternative name, or index as in `if2` (iproute2: `ll_name_to_index`).
    public static @Nullable NetDevice find(NetNamespace namespace, String word) {
        NetDevice named = namespace.device(word);
        return named != null || !word.matches("if[0-9]{1,9}")
                ? named
                : namespace.device(Integer.parseInt(word.substring(2)));
    }

    /// The device, or iproute2's failure `nodev`.
    public static NetDevice require(NetNamespace namespace, String word) {
        NetDevice device = find(namespace, word);
        if (device == null) {
            throw missing(word);
        }
        return device;
    }

    public static CommandFailure missing(String word) {
        return CommandFailure.failed(1, "Cannot find device \"" + word + "\"\n");
    }

    /// The name of the device of that index, or `if5` (iproute2: `ll_index_to_name`).
    public static String name(NetNamespace namespace, int index) {
        NetDevice device = namespace.device(index);
        return device == null ? "if" + index : device.name();
    }

    /// May a device be called so (iproute2: `check_ifname`)?
    public static boolean isName(String word) {
        return word.length() < 16 && isAlternativeName(word);
    }

    /// May it be an alternative name (iproute2: `check_altifname`)?
    public static boolean isAlternativeName(String word) {
        return !word.isEmpty()
                && word.length() < 128
                && word.chars().noneMatch(c -> c == '/' || Character.isWhitespace(c));
    }
}
