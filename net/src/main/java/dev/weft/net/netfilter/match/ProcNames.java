package dev.weft.net.netfilter.match;

/// Names that matches give to files of their own below `/proc/net` (kernel: `xt_check_proc_name`).
public final class ProcNames {
    private ProcNames() {}

    public static boolean isValid(String name) {
        return !name.isEmpty() && !name.equals(".") && !name.equals("..") && name.indexOf('/') < 0;
    }
}
