package dev.weft.net.iproute;

/// What iproute2 sets off by colour with `-c`, on a light and on a dark background.
public enum TextColor {
    IFNAME(36),
    MAC(33),
    INET(35),
    INET6(34),
    OPERSTATE_UP(32),
    OPERSTATE_DOWN(31);

    private final int code;

    TextColor(int code) {
        this.code = code;
    }

    String wrap(String text, boolean dark) {
        return "\033[" + (dark ? "1;" : "") + code + "m" + text + "\033[0m";
    }
}
