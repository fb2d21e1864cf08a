package dev.weft.app.run;

import dev.weft.core.command.Command;
import dev.weft.core.command.Session;
import dev.weft.core.command.Signal;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Network;
import dev.weft.net.namespace.Sysctls;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// A command for tests of what carries commands: tells where it runs, and does what it is told.
record Probe(String name) implements Command {
    @Override
    public String summary() {
        return "a probe";
    }

    @Override
    public void run(Session session, List<String> words) {
        Network network = Network.of(session.namespace());
        String argument = words.size() < 2 ? "" : words.get(1);
        switch (words.getFirst()) {
            case "where" -> end(session, place(session.namespace()) + "\n");
            case "add" -> {
                network.name(argument, network.create());
                network.release(named(network, argument));
                session.exit(0);
            }
            case "add-many" -> {
                for (int i = 0; i < Integer.parseInt(argument); i++) {
                    network.name("many" + i, network.create());
                    network.release(named(network, "many" + i));
                }
                session.exit(0);
            }
            case "del" -> {
                network.unname(argument);
                session.exit(0);
            }
            case "names" -> end(session, String.join(" ", network.names().keySet()) + "\n");
            case "count" -> end(session, network.namespaces().size() + "\n");
            case "exec" -> {
                NetNamespace namespace = network.named(argument);
                if (namespace == null) {
                    session.exit(1);
                } else {
                    session.execute(namespace, words.subList(2, words.size()));
                }
            }
            case "each" -> {
                List<NetNamespace> all = List.copyOf(network.names().values());
                each(session, all, words.subList(1, words.size()));
            }
            case "identify" -> {
                NetNamespace namespace = session.processes().namespaceOf(Long.parseLong(argument));
                end(session, namespace == null ? "nowhere\n" : place(namespace) + "\n");
            }
            case "pids" -> end(session, session.processes().in(named(network, argument)) + "\n");
            case "setting" -> {
                Sysctls sysctls = Sysctls.of(session.namespace());
                if (words.size() > 2) {
                    sysctls.write(session.namespace(), argument, words.get(2));
                }
                end(session, sysctls.read(session.namespace(), argument) + "\n");
            }
            case "exit" -> session.exit(Integer.parseInt(argument));
            case "die" -> session.exitBySignal(Signal.valueOf(argument));
            case "say" -> end(session, argument + "\n");
            case "wait" -> session.out("waiting\n");
            case "wait-for-int" -> {
                session.onSignal(Signal.SIGINT, () -> end(session, "interrupted\n"));
                session.out("waiting\n");
            }
            case "flood" -> {
                byte[] much = new byte[1 << 20];
                Arrays.fill(much, (byte) 'x');
                session.out(much);
                session.exit(0);
            }
            case "read" ->
                session.readFile(argument, result -> {
                    switch (result) {
                        case Session.FileResult.Content(byte[] bytes) -> {
                            session.out(bytes);
                            session.exit(0);
                        }
                        case Session.FileResult.Failed(int errno, String message) -> {
                            session.err(message + "\n");
                            session.exit(errno);
                        }
                    }
                });
            case "write" ->
                session.createFile(argument, result -> {
                    switch (result) {
                        case Session.SinkResult.Opened(Session.ByteSink sink) -> {
                            sink.write("written\n".getBytes(StandardCharsets.UTF_8));
                            sink.close();
                            session.exit(0);
                        }
                        case Session.SinkResult.Failed(int errno, String message) -> {
                            session.err(message + "\n");
                            session.exit(errno);
                        }
                    }
                });
            default -> session.exit(99);
        }
    }

    private static void each(Session session, List<NetNamespace> rest, List<String> words) {
        if (rest.isEmpty()) {
            session.exit(0);
            return;
        }
        session.spawn(rest.getFirst(), words, status -> {
            session.out("status " + status + "\n");
            each(session, rest.subList(1, rest.size()), words);
        });
    }

    private static NetNamespace named(Network network, String name) {
        return Objects.requireNonNull(network.named(name), name);
    }

    private static String place(NetNamespace namespace) {
        boolean first = namespace == Network.of(namespace).initial();
        return first
                ? "first"
                : !Network.of(namespace).names().containsValue(namespace) ? "nameless" : namespace.name();
    }

    private static void end(Session session, String text) {
        session.out(text);
        session.exit(0);
    }
}
