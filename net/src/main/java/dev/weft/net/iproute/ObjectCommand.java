package dev.weft.net.iproute;

import dev.weft.core.command.Args;
import dev.weft.core.command.Command;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetNamespace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/// A command whose options are followed by an object, and that object's own words: `ip`, `bridge`.
public final class ObjectCommand implements Command {
    private final Tool tool;
    private final String summary;
    private final Map<String, IpObject> objects = new HashMap<>();
    private final NamespaceFinder namespaces;

    public ObjectCommand(Tool tool, String summary, List<? extends IpObject> objects, NamespaceFinder namespaces) {
        this.tool = tool;
        this.summary = summary;
        this.namespaces = namespaces;
        for (IpObject object : objects) {
            this.objects.put(object.name(), object);
        }
    }

    @Override
    public String name() {
        return tool.name();
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public List<String> helpWords(List<String> line) {
        String name = line.isEmpty() ? "" : tool.object(line.getFirst()).orElse("");
        IpObject object = objects.get(name);
        List<String> words = new ArrayList<>();
        if (object != null) {
            words.add(name);
            words.addAll(object.helpWords(line.subList(1, line.size())));
        } else {
            words.add("help");
        }
        return words;
    }

    @Override
    public void run(Session session, List<String> words) {
        try {
            Run run = new Run(session);
            Args args = new Args(words);
            IpOptions options = new OptionReader(tool, run::enter, session::out).read(args);
            run.start(options, args);
        } catch (CommandFailure failure) {
            end(session, failure);
        }
    }

    private static void end(Session session, CommandFailure failure) {
        session.err(failure.text());
        session.exit(failure.status());
    }

    /// One run: options read once, then one command or a file of them.
    private final class Run {
        private final Session session;
        private NetNamespace namespace;

        Run(Session session) {
            this.session = session;
            this.namespace = session.namespace();
        }

        void enter(String name) {
            NetNamespace found = namespaces.find(session, name);
            if (found == null) {
                throw CommandFailure.exit(
                        255, "Cannot open network namespace \"" + name + "\": " + Errno.ENOENT.text() + "\n");
            }
            namespace = found;
        }

        void start(IpOptions options, Args args) {
            String file = options.batch();
            if (file != null) {
                session.readFile(file, result -> batch(options, file, result));
            } else if (args.hasNext()) {
                if (!command(options, args, session::exit)) {
                    session.exit(0);
                }
            } else {
                throw tool.help();
            }
        }

        /// Runs one command; a failure is thrown.
        ///
        /// @param ended told the status of a command that goes on by itself
        /// @return does it?
        private boolean command(IpOptions options, Args args, IntConsumer ended) {
            IpContext context = new IpContext(tool, session, namespace, options, ended);
            String word = args.next();
            String name = tool.object(word).orElseThrow(() -> tool.unknownObject(word));
            if (name.equals("help")) {
                throw tool.help();
            }
            IpObject object = objects.get(name);
            if (object == null) {
                throw tool.unknownObject(word);
            }
            try {
                object.run(context, args);
            } catch (KernelError error) {
                throw Rtnetlink.failure(error, tool.refusal());
            } finally {
                context.out().flush();
            }
            return context.isGoingOn();
        }

        private void batch(IpOptions options, String file, Session.FileResult result) {
            switch (result) {
                case Session.FileResult.Content(byte[] bytes) ->
                    new Batch(
                                    session,
                                    options.force(),
                                    file,
                                    new BatchFile(new String(bytes, StandardCharsets.UTF_8)),
                                    (words, ended) -> command(options, new Args(words), ended))
                            .proceed();
                case Session.FileResult.Failed(int errno, String message) ->
                    end(
                            session,
                            CommandFailure.failed(
                                    1, "Cannot open file \"" + file + "\" for reading: " + Errno.text(errno) + "\n"));
            }
        }
    }
}
