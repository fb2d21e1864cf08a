package dev.weft.app.server;

import dev.weft.core.command.Command;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Network;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A client process that stands for a command: brings the command to life and passes on what the process says.
final class Client {
    /// The name under which the client does nothing but bring `/run/netns` up to date, before a sandbox's command
    /// begins.
    static final String SYNC = "weft-sync";

    private static final System.Logger LOG = System.getLogger(Client.class.getName());

    private final Hello hello;
    private final int pid;
    private final MessageChannel channel;
    private final Conductor conductor;
    private final RealNamespaces real;
    private final @Nullable Sandbox sandbox;
    private final Order order;
    private final int[] descriptors = new int[3];
    private @Nullable ClientSession session;

    /// @param pid the process's id as the engine sees it
    Client(
            Hello hello,
            int pid,
            MessageChannel channel,
            Conductor conductor,
            RealNamespaces real,
            @Nullable Sandbox sandbox) {
        this.hello = hello;
        this.pid = pid;
        this.channel = channel;
        this.conductor = conductor;
        this.real = real;
        this.sandbox = sandbox;
        this.order = sandbox == null ? Order.NONE : new Order(sandbox.proc().ancestry(hello.pid()));
        Arrays.fill(descriptors, -1);
        hello.descriptors().forEach(which -> descriptors[which] = channel.descriptor());
    }

    @Nullable
    Sandbox sandbox() {
        return sandbox;
    }

    /// The engine's copy of the client's descriptor; -1 when it has none.
    int descriptor(int which) {
        return descriptors[which];
    }

    // ---- a command's life

    /// Finds the command's namespace and lets it begin. Under the network's control.
    void enter() {
        NetNamespace namespace = namespace();
        Outbox outbox = conductor.outbox(channel);
        ClientSession made = new ClientSession(hello, this, namespace, outbox);
        session = made;
        outbox.onFailure(errno -> conductor.act(namespace, () -> made.cannotWrite(errno)));
        if (sandbox == null || sandbox.isCurrent(hello.namesState())) {
            begin(made);
        } else {
            made.ask(Message.of(Message.LIST_NAMES), answer -> {
                sandbox.reconcile(answer.message().words(), root());
                begin(made);
            });
        }
    }

    private NetNamespace namespace() {
        Network network = conductor.network();
        if (sandbox != null) {
            return real.findOrCreate(hello.inode(), ProcFs.HOST.namespacePath(pid));
        }
        NetNamespace named = network.named(hello.environment().getOrDefault("WEFT_NETNS", ""));
        return named == null ? network.initial() : named;
    }

    private void begin(ClientSession made) {
        if (hello.program().equals(SYNC)) {
            made.exit(0);
            return;
        }
        Map<String, Command> commands = conductor.commands();
        Command command = commands.getOrDefault(hello.program(), new NotYet(hello.program()));
        conductor.begin(order, made.namespace(), () -> run(command, made));
    }

    /// A command's defect ends the command, not the engine.
    private void run(Command command, ClientSession made) {
        if (made.hasExited()) {
            return;
        }
        try {
            command.run(made, hello.words());
        } catch (RuntimeException | StackOverflowError defect) {
            LOG.log(System.Logger.Level.ERROR, "in " + hello.program() + " " + hello.words(), defect);
            made.err("weft: " + hello.program() + ": internal error: " + defect + "\n");
            made.exit(125);
        }
    }

    /// Something that the process sent; on the serving thread.
    void received(Message message) {
        switch (message.type()) {
            case Message.SIGNAL -> step(known -> known.signalled(message.number()));
            case Message.DONE, Message.FAILED -> {
                ClientSession.Answer answer = new ClientSession.Answer(message, channel.descriptor());
                step(known -> known.answered(answer));
            }
            default -> LOG.log(System.Logger.Level.WARNING, "unknown message " + message.type());
        }
    }

    /// The process has ended; on the serving thread.
    void gone() {
        step(ClientSession::abandoned);
    }

    /// On the worker of the session, which may come to life only now.
    private void step(Consumer<ClientSession> step) {
        conductor.act(conductor.network().initial(), () -> {
            ClientSession known = session;
            if (known != null) {
                conductor.act(known.namespace(), () -> step.accept(known));
            }
        });
    }

    void leave(Runnable leave) {
        if (sandbox != null) {
            sandbox.refresh();
        }
        conductor.end(order, leave);
    }

    void hangUp(Outbox outbox) {
        for (int which = 0; which < descriptors.length; which++) {
            if (descriptors[which] >= 0) {
                outbox.close(descriptors[which]);
                descriptors[which] = -1;
            }
        }
        outbox.hangUp();
    }

    // ---- names and processes

    void changed(Message change, Message answer) {
        if (sandbox != null) {
            sandbox.changed(change, answer, root());
        }
    }

    /// The client's process, or its child, has entered the namespace and told the real one's number.
    void entered(Message answer, NetNamespace where) {
        String inode = answer.words().getFirst();
        if (sandbox != null && answer.type() == Message.DONE && !inode.isEmpty()) {
            real.learn(Long.parseLong(inode), where, ProcFs.HOST.namespacePath(pid));
        }
    }

    /// The order to run words in a namespace: its name, none when the client is in it already, the directory with the
    /// copies of what the kernel shows of it, if there is one, and the words.
    Message execution(char type, NetNamespace where, List<String> words) {
        String name = nameOf(where);
        List<String> fields = new ArrayList<>();
        if (sandbox == null) {
            fields.addAll(List.of("", "", "env", "WEFT_NETNS=" + name));
        } else {
            fields.add(name);
            fields.add(sandbox.view(where));
        }
        fields.addAll(words);
        return Message.of(type, fields);
    }

    private String nameOf(NetNamespace namespace) {
        for (Map.Entry<String, NetNamespace> entry : conductor.network().names().entrySet()) {
            if (entry.getValue() == namespace) {
                return entry.getKey();
            }
        }
        return "";
    }

    private Path root() {
        return ProcFs.HOST.root().resolve(pid + "/root");
    }
}
