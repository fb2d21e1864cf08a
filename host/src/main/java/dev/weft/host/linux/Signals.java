package dev.weft.host.linux;

/// signal.h: what this process does about signals, the virtual machine's own included.
public final class Signals {
    public static final int SIGINT = 2;
    public static final int SIGQUIT = 3;
    public static final int SIGTTOU = 22;

    private static final Function SIGNAL = Function.of("signal");
    private static final int SIG_IGN = 1;

    private Signals() {}

    /// Lets this process, and what it starts from now on, take no notice of a signal.
    public static void ignore(int signal) throws ErrnoException {
        SIGNAL.call(signal, SIG_IGN, 0);
    }
}
