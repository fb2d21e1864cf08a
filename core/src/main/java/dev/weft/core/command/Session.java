package dev.weft.core.command;

import dev.weft.core.errno.Errno;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.trace.TraceLog;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// One running command's link to whoever started it: where it prints, in which namespace it acts, and how it ends. All
/// methods are
/// called, and call back, on the worker that runs the command, and none blocks.
public interface Session {
    /// The name by which the command was called (`argv[0]` without its path).
    String program();

    NetNamespace namespace();

    @Nullable
    String environment(String variable);

    /// Prints to standard output.
    void out(String text);

    /// Prints to standard error.
    void err(String text);

    /// Writes bytes to standard output (`tcpdump -w -`).
    void out(byte[] bytes);

    boolean isTerminal();

    /// Is so much output waiting for the reader that a stream should pause or drop?
    boolean isCongested();

    /// Ends the command with an exit status; what was printed before reaches the reader first. Later calls do nothing.
    void exit(int status);

    /// Ends the command as if the signal had killed it.
    void exitBySignal(Signal signal);

    boolean hasExited();

    /// Tells what is to be done on a signal that the command wants to handle itself; without it SIGINT and its like end
    /// the command.
    void onSignal(Signal signal, Runnable action);

    /// Runs `action` when the command has ended, however it did: the place to take listeners and timers back.
    void onExit(Runnable action);

    /// Reads a whole file of the caller's, by the caller's own path and rights; `-` is standard input.
    void readFile(String path, Consumer<FileResult> action);

    /// Opens a file of the caller's for writing, by the caller's own path and rights; `-` is standard output.
    void createFile(String path, Consumer<SinkResult> action);

    /// Writes one of the machine's own settings, by the caller's rights; a session on no machine has none that can be
    /// written.
    ///
    /// @param path below `/proc/sys`
    /// @param written told the number of the error, or 0
    default void writeSetting(String path, String text, IntConsumer written) {
        written.accept(Errno.EROFS.number());
    }

    /// Lets the caller's process become `words`, in `namespace`, in place of this command (`ip netns exec`).
    void execute(NetNamespace namespace, List<String> words);

    /// Lets the caller's process run `words` in `namespace` as a child, and tells the status with which it ended (`ip
    /// -all netns exec`).
    void spawn(NetNamespace namespace, List<String> words, IntConsumer ended);

    /// The processes that the caller sees.
    default Processes processes() {
        return Processes.NONE;
    }

    /// The machine's names as the caller sees them; null when it has none of its own that may be changed.
    default @Nullable HostNames hostNames() {
        return null;
    }

    /// Is this command explained? Then packets it sends begin their traces here.
    @Nullable
    TraceLog trace();

    /// What became of [#readFile].
    sealed interface FileResult {
        record Content(byte[] bytes) implements FileResult {}

        record Failed(int errno, String message) implements FileResult {}
    }

    /// What became of [#createFile].
    sealed interface SinkResult {
        record Opened(ByteSink sink) implements SinkResult {}

        record Failed(int errno, String message) implements SinkResult {}
    }

    /// A file that is written in the background.
    interface ByteSink {
        void write(byte[] bytes);

        void close();
    }
}
