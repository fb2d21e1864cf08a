package dev.weft.core.errno;

import org.jspecify.annotations.Nullable;

/// The kernel's refusal of a control request: an error number and, where the kernel explains itself, the extended
/// acknowledgement's message (kernel: `NL_SET_ERR_MSG`).
///
/// Thrown on the control path only, before anything has changed, and without a stack trace: it is an answer, not a
/// defect.
public final class KernelError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Errno errno;

    public KernelError(Errno errno) {
        this(errno, null);
    }

    public KernelError(Errno errno, @Nullable String extack) {
        super(extack, null, false, false);
        this.errno = errno;
    }

    public Errno errno() {
        return errno;
    }

    /// The explanation, such as `ipv4: Address already assigned`, when there is one.
    public @Nullable String extack() {
        return super.getMessage();
    }

    @Override
    public String getMessage() {
        String extack = extack();
        return extack == null ? errno.text() : extack;
    }
}
