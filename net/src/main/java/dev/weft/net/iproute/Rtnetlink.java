package dev.weft.net.iproute;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.errno.KernelError;

/// How the family reports what the kernel answers.
public final class Rtnetlink {
    private Rtnetlink() {}

    /// A refused request: the kernel's own explanation where it gives one, else the error's name.
    public static CommandFailure failure(KernelError error, int status) {
        return CommandFailure.failed(status, text(error));
    }

    /// A refused listing, which ends with status 1.
    public static CommandFailure dumpFailure(KernelError error) {
        return dumpFailure(error, 1);
    }

    public static CommandFailure dumpFailure(KernelError error, int status) {
        return CommandFailure.failed(status, text(error) + "Dump terminated\n");
    }

    /// A refused listing of what was to be flushed.
    public static CommandFailure flushFailure(KernelError error) {
        return CommandFailure.failed(2, text(error) + "Flush terminated\n");
    }

    private static String text(KernelError error) {
        String extack = error.extack();
        if (extack == null) {
            return "RTNETLINK answers: " + error.errno().text() + "\n";
        }
        return "Error: " + extack + (extack.endsWith(".") ? "" : ".") + "\n";
    }
}
