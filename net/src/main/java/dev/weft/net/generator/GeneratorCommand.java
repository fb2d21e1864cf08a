package dev.weft.net.generator;

import dev.weft.core.command.Args;
import dev.weft.core.command.Command;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.namespace.Network;
import java.util.ArrayList;
import java.util.List;

/// `packet-generator new|enable-stream|disable-stream|delete`, in VPP's words.
public final class GeneratorCommand implements Command {
    static final String USAGE = """
        packet-generator new { name NAME limit N rate PPS size BYTES-BYTES interface DEV data { … } }
        packet-generator enable-stream [NAME]
        packet-generator disable-stream [NAME]
        packet-generator delete NAME
        packet-generator show
        """;

    @Override
    public String name() {
        return "packet-generator";
    }

    @Override
    public String summary() {
        return "make streams of packets that arrive on a device";
    }

    @Override
    public List<String> helpWords(List<String> line) {
        return List.of();
    }

    @Override
    public void run(Session session, List<String> words) {
        try {
            session.out(execute(session, new Args(split(words))));
            session.exit(0);
        } catch (CommandFailure failure) {
            session.err(failure.text());
            session.exit(failure.status());
        }
    }

    /// The braces may come as one quoted word.
    private static List<String> split(List<String> words) {
        List<String> split = new ArrayList<>();
        for (String word : words) {
            for (String part : word.strip().split("\\s+")) {
                if (!part.isEmpty()) {
                    split.add(part);
                }
            }
        }
        return split;
    }

    private static String execute(Session session, Args args) {
        PacketGenerator generator = Network.of(session.namespace())
                .workerOf(session.namespace())
                .graph()
                .node(PacketGenerator.class);
        String what = args.hasNext() ? args.next() : "help";
        switch (what) {
            case "new" -> generator.add(read(session, generator, args));
            case "enable-stream" -> chosen(generator, args).forEach(generator::enable);
            case "disable-stream" -> chosen(generator, args).forEach(generator::disable);
            case "delete" -> chosen(generator, args).forEach(generator::remove);
            case "show" -> {
                return show(generator);
            }
            default -> throw CommandFailure.failed(1, USAGE);
        }
        return "";
    }

    private static PacketStream read(Session session, PacketGenerator generator, Args args) {
        String name = "pg" + generator.streams().size();
        long limit = 0;
        double rate = 0;
        int size = 0;
        NetDevice device = null;
        PacketTemplate template = null;
        if (!args.take("{")) {
            throw CommandFailure.failed(1, USAGE);
        }
        while (!args.take("}")) {
            String word = args.next();
            switch (word) {
                case "name" -> name = args.next();
                case "limit" -> limit = args.nextU32("invalid limit");
                case "rate" -> rate = number(args.next());
                case "size" -> size = Integer.parseInt(size(args.next()));
                case "interface" -> device = device(session, args.next());
                case "data" -> template = new TemplateReader().read(args, size);
                default -> throw CommandFailure.failed(1, "packet-generator: unknown input '" + word + "'\n");
            }
        }
        if (device == null || template == null) {
            throw CommandFailure.failed(1, "packet-generator: a stream needs an interface and data\n");
        }
        return new PacketStream(name, device, template, limit, rate);
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw CommandFailure.failed(1, "packet-generator: invalid rate '" + word + "'\n");
        }
    }

    /// `64-64`, as VPP writes it, or `64`.
    private static String size(String word) {
        String first = word.split("-", 2)[0];
        if (!first.matches("[0-9]{1,4}")) {
            throw CommandFailure.failed(1, "packet-generator: invalid size '" + word + "'\n");
        }
        return first;
    }

    private static NetDevice device(Session session, String name) {
        NetDevice device = session.namespace().device(name);
        if (device == null) {
            throw CommandFailure.failed(1, "packet-generator: unknown interface '" + name + "'\n");
        }
        return device;
    }

    private static List<PacketStream> chosen(PacketGenerator generator, Args args) {
        if (!args.hasNext()) {
            return generator.streams();
        }
        String name = args.next();
        List<PacketStream> found = generator.streams().stream()
                .filter(stream -> stream.name().equals(name))
                .toList();
        if (found.isEmpty()) {
            throw CommandFailure.failed(1, "packet-generator: stream not found\n");
        }
        return found;
    }

    private static String show(PacketGenerator generator) {
        StringBuilder out =
                new StringBuilder(String.format("%-20s%-16s%12s%12s%n", "Name", "Enabled", "Count", "Limit"));
        for (PacketStream stream : generator.streams()) {
            out.append(String.format(
                    "%-20s%-16s%12d%12d%n",
                    stream.name(), stream.isEnabled() ? "Yes" : "No", stream.sent(), stream.limit()));
        }
        return out.toString();
    }
}
