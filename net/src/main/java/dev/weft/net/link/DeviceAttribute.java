package dev.weft.net.link;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.files.VirtualFile;
import dev.weft.core.packet.NetDevice;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;

/// One of the files that `/sys/class/net` shows of a device (kernel: `struct device_attribute`).
///
/// @param show gives the text without the last line's end, or fails as the kernel does; empty is nothing at all
/// @param store takes what is written
public record DeviceAttribute(
        String name, int mode, Function<NetDevice, String> show, BiConsumer<NetDevice, String> store) {
    private static final int SHOWN_SIZE = 4096;

    public static DeviceAttribute readOnly(String name, Function<NetDevice, String> show) {
        return new DeviceAttribute(name, 0444, show, (device, text) -> {
            throw new KernelError(Errno.EIO);
        });
    }

    public static DeviceAttribute number(String name, ToLongFunction<NetDevice> show) {
        return readOnly(name, device -> Long.toString(show.applyAsLong(device)));
    }

    /// A number that can be written.
    public static DeviceAttribute number(
            String name, ToLongFunction<NetDevice> show, ObjLongConsumer<NetDevice> store) {
        return text(
                name,
                device -> Long.toString(show.applyAsLong(device)),
                (device, text) -> store.accept(device, DeviceAttribute.number(text)));
    }

    /// A text that can be written.
    public static DeviceAttribute text(
            String name, Function<NetDevice, String> show, BiConsumer<NetDevice, String> store) {
        return new DeviceAttribute(name, 0644, show, store);
    }

    /// What is only written, to make something happen.
    public static DeviceAttribute writeOnly(String name, ObjLongConsumer<NetDevice> store) {
        return new DeviceAttribute(
                name, 0200, device -> "", (device, text) -> store.accept(device, DeviceAttribute.number(text)));
    }

    VirtualFile file(NetDevice device) {
        return new VirtualFile.Regular(
                mode, SHOWN_SIZE, () -> line(show.apply(device)), text -> store.accept(device, text));
    }

    private static String line(String text) {
        return text.isEmpty() ? "" : text + "\n";
    }

    /// Reads a number without sign as the kernel does, alone on its line (kernel: `kstrtoul` with base 0).
    ///
    /// @throws KernelError EINVAL, ERANGE
    public static long number(String text) {
        String word = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        String digits = word.startsWith("+") ? word.substring(1) : word;
        boolean hex = digits.startsWith("0x") || digits.startsWith("0X");
        int radix = hex ? 16 : digits.length() > 1 && digits.startsWith("0") ? 8 : 10;
        String bare = hex ? digits.substring(2) : digits;
        if (bare.isEmpty() || bare.chars().anyMatch(c -> Character.digit(c, radix) < 0)) {
            throw new KernelError(Errno.EINVAL);
        }
        try {
            return Long.parseLong(bare, radix);
        } catch (NumberFormatException tooLarge) {
            throw new KernelError(Errno.ERANGE);
        }
    }
}
