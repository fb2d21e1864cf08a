package dev.weft.core.command;

/// The signals that commands meet (signal(7)), with Linux's numbers.
public enum Signal {
    SIGHUP(1),
    SIGINT(2),
    SIGQUIT(3),
    SIGPIPE(13),
    SIGTERM(15),
    SIGALRM(14),
    SIGCONT(18),
    SIGTSTP(20);

    private final int number;

    Signal(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
