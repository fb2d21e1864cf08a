package dev.weft.net.namespace;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpObject;
import dev.weft.net.iproute.IpPrinter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/// `ip netns`: the names of namespaces, the numbers by which they know each other, and programs in them.
public final class NetnsCommand implements IpObject {
    private static final int LONGEST_NAME = 255;

    private static final String USAGE = """
        Usage:	ip netns list
        	ip netns add NAME
        	ip netns attach NAME PID
        	ip netns set NAME NETNSID
        	ip [-all] netns delete [NAME]
        	ip netns identify [PID]
        	ip netns pids NAME
        	ip [-all] netns exec [NAME] cmd ...
        	ip netns monitor
        	ip netns list-id [target-nsid POSITIVE-INT] [nsid POSITIVE-INT]
        NETNSID := auto | POSITIVE-INT
        """;

    private record Verb(String word, BiConsumer<IpContext, Args> action) {}

    /// In the order in which an abbreviation finds them.
    private static final List<Verb> VERBS = List.of(
            new Verb("list", NetnsCommand::list),
            new Verb("show", NetnsCommand::list),
            new Verb("lst", NetnsCommand::list),
            new Verb("list-id", NetnsIdCommand::list),
            new Verb("help", (context, args) -> {
                throw usage();
            }),
            new Verb("add", NetnsNameCommand::add),
            new Verb("set", NetnsIdCommand::set),
            new Verb("delete", NetnsNameCommand::delete),
            new Verb("identify", NetnsProcessCommand::identify),
            new Verb("pids", NetnsProcessCommand::pids),
            new Verb("exec", NetnsProcessCommand::exec),
            new Verb("monitor", NetnsNameCommand::monitor),
            new Verb("attach", NetnsNameCommand::attach));

    @Override
    public String name() {
        return "netns";
    }

    @Override
    public void run(IpContext context, Args args) {
        if (!args.hasNext()) {
            list(context, args);
            return;
        }
        if (!context.options().all() && args.remaining() > 1 && isInvalid(args.peek(1))) {
            throw CommandFailure.exit(255, "Invalid netns name \"" + args.peek(1) + "\"\n");
        }
        String word = args.next();
        for (Verb verb : VERBS) {
            if (Args.matches(word, verb.word)) {
                verb.action.accept(context, args);
                return;
            }
        }
        throw CommandFailure.exit(255, "Command \"" + word + "\" is unknown, try \"ip netns help\".\n");
    }

    static CommandFailure usage() {
        return CommandFailure.exit(255, USAGE);
    }

    private static boolean isInvalid(String name) {
        return name.isEmpty()
                || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME
                || name.contains("/")
                || name.equals(".")
                || name.equals("..");
    }

    private static void list(IpContext context, Args args) {
        NamespaceIds ids = NamespaceIds.of(context.namespace());
        IpPrinter out = context.out();
        out.begin();
        Network.of(context.namespace()).names().reversed().forEach((name, namespace) -> {
            out.openObject();
            out.print("name", "%s", name);
            OptionalInt id = ids.idOf(namespace);
            if (id.isPresent()) {
                out.print("id", " (id: %d)", id.getAsInt());
            }
            out.text("\n");
            out.closeObject();
        });
        out.end();
    }
}
