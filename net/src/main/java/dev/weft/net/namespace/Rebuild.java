package dev.weft.net.namespace;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The script that rebuilds a network, while it is being written: each of its commands is run on a copy at once, so
/// that every [Saver] sees what the copy still lacks.
public final class Rebuild {
    /// Runs one command on the copy.
    public interface Runner {
        /// @return did it end well?
        boolean run(NetNamespace namespace, List<String> command);
    }

    /// A namespace that is saved: its name in the script, empty for the one in which scripts begin, and its copy.
    private record Place(String name, NetNamespace copy) {}

    private final Network original;
    private final Runner runner;
    private final Map<NetNamespace, Place> places = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private String title = "";

    public Rebuild(Network original, Network copy, Runner runner) {
        this.original = original;
        this.runner = runner;
        add(original.initial(), "", copy.initial());
    }

    public Network original() {
        return original;
    }

    /// Begins the part of one saver.
    public void begin(Saver saver) {
        title = saver.title();
        saver.save(this);
    }

    /// From here on the namespace is known to the script by this name.
    void add(NetNamespace namespace, String name, NetNamespace copy) {
        places.put(namespace, new Place(name, copy));
    }

    /// The namespaces that are saved, in the order in which the script makes them.
    public List<NetNamespace> namespaces() {
        return new ArrayList<>(places.keySet());
    }

    /// Has the namespace a place in the script?
    public boolean has(NetNamespace namespace) {
        return places.containsKey(namespace);
    }

    /// How the script calls a namespace; empty for the one in which it begins.
    public String name(NetNamespace namespace) {
        return place(namespace).name;
    }

    public NetNamespace copyOf(NetNamespace namespace) {
        return place(namespace).copy;
    }

    /// The copy of a device; null while there is none.
    public @Nullable NetDevice copyOf(NetDevice device) {
        return copyOf(device.namespace()).device(device.name());
    }

    private Place place(NetNamespace namespace) {
        return Objects.requireNonNull(places.get(namespace), namespace::toString);
    }

    // ---- writing

    /// Writes a command and runs it on the copy.
    public void run(NetNamespace namespace, List<String> command) {
        write(namespace, command);
        boolean unused = runner.run(copyOf(namespace), command);
    }

    /// The same for words without spaces in them, as one line.
    public void run(NetNamespace namespace, String command) {
        run(namespace, words(command));
    }

    /// Writes a command only if it ends well on the copy.
    ///
    /// @return did it?
    public boolean attempt(NetNamespace namespace, String command) {
        boolean done = runner.run(copyOf(namespace), words(command));
        if (done) {
            write(namespace, words(command));
        }
        return done;
    }

    /// Has the copy take back what is not wanted, then takes over what it lacks.
    ///
    /// @param wanted a thing of the original's, in words
    /// @param present the copy's
    /// @param delete the command that deletes a thing
    /// @param add the command that makes one
    public void match(
            NetNamespace namespace,
            List<String> wanted,
            List<String> present,
            Function<String, String> delete,
            Function<String, String> add) {
        for (String words : present) {
            if (!wanted.contains(words)) {
                run(namespace, delete.apply(words));
            }
        }
        for (String words : wanted) {
            if (!present.contains(words)) {
                run(namespace, add.apply(words));
            }
        }
    }

    private static List<String> words(String command) {
        return List.of(command.strip().split(" +"));
    }

    private void write(NetNamespace namespace, List<String> command) {
        String name = name(namespace);
        List<String> words = new ArrayList<>(command);
        if (!name.isEmpty()) {
            String program = words.getFirst();
            boolean takesName = program.equals("ip") || program.equals("bridge");
            words.addAll(takesName ? 1 : 0, takesName ? List.of("-n", name) : List.of("ip", "netns", "exec", name));
        }
        write(words.stream().map(Rebuild::quoted).collect(Collectors.joining(" ")));
    }

    /// Writes a line of shell.
    void write(String line) {
        if (!title.isEmpty()) {
            text.append("\n# ").append(title).append('\n');
            title = "";
        }
        text.append(line).append('\n');
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /// The script so far.
    public String text() {
        return "#!/bin/bash\n" + text;
    }
}
