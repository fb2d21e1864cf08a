package dev.weft.net.netfilter.table;

/// The end of a command of the iptables family because of what was typed (iptables: `xtables_error`).
public final class XtablesError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Kinds of failure and their exit statuses (iptables: `enum xtables_exittype`).
    public enum Status {
        OTHER_PROBLEM(1),
        PARAMETER_PROBLEM(2),
        VERSION_PROBLEM(3),
        RESOURCE_PROBLEM(4);

        private final int exit;

        Status(int exit) {
            this.exit = exit;
        }

        public int exit() {
            return exit;
        }
    }

    private final Status status;

    public XtablesError(Status status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    /// Something typed is wrong. Where the text of iptables itself ends a line, so must this, and an empty line is
    /// printed.
    public static XtablesError parameter(String text) {
        return new XtablesError(Status.PARAMETER_PROBLEM, text);
    }

    public static XtablesError other(String text) {
        return new XtablesError(Status.OTHER_PROBLEM, text);
    }

    public Status status() {
        return status;
    }

    public String text() {
        String text = super.getMessage();
        return text == null ? "" : text;
    }
}
