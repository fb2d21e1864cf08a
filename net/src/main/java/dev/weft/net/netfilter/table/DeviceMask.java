package dev.weft.net.netfilter.table;

import dev.weft.core.packet.NetDevice;
import org.jspecify.annotations.Nullable;

/// The devices that `-i` or `-o` asks for: one by its name, or all that begin so (`eth+`).
///
/// @param name as typed; empty for any
public record DeviceMask(String name, boolean isInverted) {
    public static final DeviceMask ANY = new DeviceMask("", false);

    public boolean isAny() {
        return name.isEmpty();
    }

    public boolean isPrefix() {
        return name.endsWith("+");
    }

    /// Is it one of them? Where there is no device, its name counts as empty.
    public boolean matches(@Nullable NetDevice device) {
        String found = device == null ? "" : device.name();
        boolean same = isPrefix() ? found.regionMatches(0, name, 0, name.length() - 1) : found.equals(name);
        return same != isInverted;
    }
}
