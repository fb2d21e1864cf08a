package dev.weft.net.netfilter.set;

import dev.weft.core.command.Command;
import dev.weft.core.command.Session;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/// `ipset` 7.17: shows and changes the sets that rules look packets up in.
public final class IpsetCommand implements Command {
    private static final int UNREADABLE = 255;

    @Override
    public String name() {
        return "ipset";
    }

    @Override
    public String summary() {
        return "show and change sets of addresses, networks and ports";
    }

    @Override
    public List<String> helpWords(List<String> line) {
        return List.of("help");
    }

    @Override
    public void run(Session session, List<String> words) {
        IpsetRun run = new IpsetRun(session.namespace());
        switch (run.run(words)) {
            case IpsetRun.Next.Done done -> finish(session, run);
            case IpsetRun.Next.Restore(String file) -> read(session, run, file, run::restore);
            case IpsetRun.Next.Interact interact -> read(session, run, "-", run::interact);
        }
    }

    private static void read(Session session, IpsetRun run, String file, Consumer<String> action) {
        session.readFile(file, result -> {
            switch (result) {
                case Session.FileResult.Content(byte[] bytes) -> {
                    action.accept(new String(bytes, StandardCharsets.UTF_8));
                    print(session, run, "");
                }
                case Session.FileResult.Failed failed -> session.exit(UNREADABLE);
            }
        });
    }

    private static void finish(Session session, IpsetRun run) {
        print(session, run, run.out.isEmpty() ? "" : run.file());
    }

    private static void print(Session session, IpsetRun run, String file) {
        session.err(run.err.toString());
        if (file.isEmpty()) {
            session.out(run.out.toString());
            session.exit(run.status());
            return;
        }
        session.createFile(file, result -> {
            switch (result) {
                case Session.SinkResult.Opened(Session.ByteSink sink) -> {
                    sink.write(run.out.toString().getBytes(StandardCharsets.UTF_8));
                    sink.close();
                    session.exit(run.status());
                }
                case Session.SinkResult.Failed failed -> session.exit(UNREADABLE);
            }
        });
    }
}
