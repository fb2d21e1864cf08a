package dev.weft.net.namespace;

import dev.weft.core.packet.NetNamespace;

/// One file under `/proc/sys`, or the same one for every device (kernel: `struct ctl_table`).
///
/// @param name the last part of its path
/// @param mode the file's rights: 0644, 0444, 0200
public record Sysctl(String name, int mode, Access access) {
    /// How its value is got and set; `instance` is the device's name in tables of devices, else empty.
    public interface Access {
        /// The text without the line's end.
        String read(NetNamespace namespace, String instance);

        /// @throws dev.weft.core.errno.KernelError EINVAL when the kernel would refuse the text; nothing has changed
        /// then
        void write(NetNamespace namespace, String instance, String text);
    }

    public boolean isReadable() {
        return (mode & 0444) != 0;
    }

    public boolean isWritable() {
        return (mode & 0222) != 0;
    }
}
