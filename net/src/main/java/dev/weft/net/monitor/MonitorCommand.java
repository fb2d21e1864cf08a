package dev.weft.net.monitor;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpObject;
import dev.weft.net.link.Devices;
import dev.weft.net.namespace.Monitored;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `ip monitor` and `bridge monitor`: goes on until it is interrupted.
public final class MonitorCommand implements IpObject {
    private static final int USAGE_STATUS = 255;

    private final MonitorWords words;
    private final List<Monitored> kinds;

    public MonitorCommand(MonitorWords words, List<Monitored> kinds) {
        this.words = words;
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public String name() {
        return "monitor";
    }

    @Override
    public void run(IpContext context, Args args) {
        Request request = new Request();
        while (args.hasNext()) {
            read(context, request, args);
        }
        if (!request.file.isEmpty()) {
            replay(context, request.file);
            return;
        }
        List<Monitored> wanted = kinds.stream()
                .filter(kind -> request.words.isEmpty() || request.words.contains(kind.word()))
                .toList();
        new Monitoring(context, wanted, request.labels, request.allNamespaces, request.device.orElse(null)).start();
    }

    private static final class Request {
        String file = "";
        boolean labels;
        boolean allNamespaces;
        Optional<NetDevice> device = Optional.empty();
        final Set<String> words = new HashSet<>();
    }

    private void read(IpContext context, Request request, Args args) {
        if (args.take("file")) {
            request.file = args.next();
            return;
        }
        if (words.labelsAreAsked() && args.take("label")) {
            request.labels = true;
            return;
        }
        Optional<String> kind = words.kind(args.peek());
        if (kind.isPresent()) {
            args.next();
            request.words.add(kind.get());
        } else if (args.take("all")) {
            request.labels = true;
        } else if (words.seesOtherNamespaces() && args.takeAbbreviated("all-nsid")) {
            request.allNamespaces = true;
        } else if (args.takeAbbreviated("help")) {
            throw CommandFailure.exit(USAGE_STATUS, words.usage());
        } else if (words.seesOtherNamespaces() && args.take("dev")) {
            String name = args.next();
            NetDevice device = Devices.find(context.namespace(), name);
            if (device == null) {
                throw Args.invalid("Device does not exist\n", name);
            }
            request.device = Optional.of(device);
        } else {
            throw CommandFailure.exit(
                    USAGE_STATUS,
                    "Argument \"" + args.next() + "\" is unknown, try \""
                            + context.tool().name() + " monitor help\".\n");
        }
    }

    /// A file of rtmon(8): Weft writes none, so that anything but an empty one is not understood.
    private static void replay(IpContext context, String file) {
        Session session = context.session();
        var ended = context.goesOn();
        session.readFile(file, result -> {
            String text = switch (result) {
                case Session.FileResult.Content(byte[] bytes) ->
                    bytes.length == 0 ? "" : "rtnl-from_file: truncated message\n";
                case Session.FileResult.Failed(int errno, String message) -> "Cannot fopen: " + message + "\n";
            };
            session.err(text);
            ended.accept(text.isEmpty() ? 0 : text.startsWith("Cannot") ? USAGE_STATUS : 1);
        });
    }
}
