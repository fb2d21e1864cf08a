package dev.weft.iptables;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// An iptables command that failed, or that could not be run.
public final class IptablesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// The status that a shell gives for a command that it cannot run.
    public static final int NOT_RUN = 127;

    /// Another program holds the lock, or the kernel refused (nf_tables).
    private static final int RESOURCE_PROBLEM = 4;

    private static final List<String> NOT_EXIST = List.of(
            "Bad rule (does a matching rule exist in that chain?).\n",
            "No chain/target/match by that name.\n",
            "No such file or directory",
            "does not exist");

    /// What iptables-nft 1.8 says when it is to list a chain that is not there.
    private static final Pattern NO_SUCH_CHAIN_TO_LIST =
            Pattern.compile("chain `[^']*' in table `[^']*' is incompatible, use 'nft' tool\\.");

    private static final Pattern LINE = Pattern.compile("\\bline:? (\\d+)");

    private final transient Invocation invocation;
    private final int exitStatus;
    private final String stderr;

    /// The command ended with a status other than 0.
    public IptablesException(Invocation invocation, int exitStatus, String stderr) {
        super("running %s: exit status %d: %s".formatted(invocation, exitStatus, stderr.strip()));
        this.invocation = invocation;
        this.exitStatus = exitStatus;
        this.stderr = stderr;
    }

    /// The command could not be run, or not be waited for.
    public IptablesException(Invocation invocation, Exception cause) {
        super("cannot run %s: %s".formatted(invocation, cause.getMessage()), cause);
        this.invocation = invocation;
        this.exitStatus = NOT_RUN;
        this.stderr = "";
    }

    /// How the command ended: 1 no such rule or chain, 2 usage, 3 version or table, 4 lock or kernel;
    /// [#NOT_RUN] when it could not be run.
    public int exitStatus() {
        return exitStatus;
    }

    /// What the command wrote to standard error; empty when it could not be run.
    public String stderr() {
        return stderr;
    }

    /// The command and its words.
    public List<String> command() {
        return invocation.command();
    }

    /// Whether the command was run and told its failure itself.
    public boolean hasRun() {
        return getCause() == null;
    }

    /// Whether it failed because the rule, chain, target or table is not there.
    public boolean isNotExist() {
        return hasRun()
                && (NOT_EXIST.stream().anyMatch(stderr::contains)
                        || NO_SUCH_CHAIN_TO_LIST.matcher(stderr).find());
    }

    /// Whether it gave up waiting for the lock that another program holds.
    public boolean isLocked() {
        return exitStatus == RESOURCE_PROBLEM && stderr.contains("xtables lock");
    }

    /// The line of a batch, or of the text to restore, at which it failed; empty for other commands.
    public Optional<String> failedLine() {
        var number = LINE.matcher(stderr);
        if (invocation.input().isEmpty() || !number.find()) {
            return Optional.empty();
        }
        return invocation
                .input()
                .lines()
                .skip(Long.parseLong(number.group(1)) - 1)
                .findFirst();
    }
}
