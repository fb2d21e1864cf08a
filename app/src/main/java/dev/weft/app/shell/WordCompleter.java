package dev.weft.app.shell;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/// Completes a command's name, then the words that may follow it, then the names of namespaces and devices.
final class WordCompleter implements Completer {
    private static final List<String> IP_OBJECTS =
            List.of("link", "address", "route", "neighbour", "rule", "netns", "monitor");
    private static final Map<String, List<String>> FOLLOWERS = Map.ofEntries(
            Map.entry("ip", IP_OBJECTS),
            Map.entry("link", List.of("add", "delete", "set", "show", "property")),
            Map.entry("address", List.of("add", "delete", "change", "replace", "flush", "show")),
            Map.entry("addr", List.of("add", "delete", "change", "replace", "flush", "show")),
            Map.entry("route", List.of("add", "append", "change", "delete", "flush", "get", "replace", "show")),
            Map.entry("neighbour", List.of("add", "change", "delete", "flush", "get", "replace", "show")),
            Map.entry("neigh", List.of("add", "change", "delete", "flush", "get", "replace", "show")),
            Map.entry("rule", List.of("add", "delete", "flush", "show")),
            Map.entry("netns", List.of("add", "attach", "delete", "exec", "identify", "list", "pids", "set")),
            Map.entry("monitor", List.of("all", "address", "link", "neigh", "route", "rule")),
            Map.entry("bridge", List.of("fdb", "link", "monitor")),
            Map.entry("fdb", List.of("add", "append", "delete", "replace", "show")),
            Map.entry("brctl", List.of("addbr", "addif", "delbr", "delif", "show", "showmacs", "showstp", "stp")),
            Map.entry("show", List.of("errors", "graph", "interface", "node", "runtime", "trace")),
            Map.entry("clear", List.of("errors", "runtime", "trace")),
            Map.entry("trace", List.of("add")),
            Map.entry("type", List.of("bridge", "dummy", "veth")),
            Map.entry("packet-generator", List.of("delete", "disable-stream", "enable-stream", "new", "show")));

    private final List<String> commands;

    WordCompleter(Collection<String> commands) {
        this.commands = List.copyOf(commands);
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<String> words = line.words();
        if (line.wordIndex() == 0) {
            commands.forEach(word -> candidates.add(new Candidate(word)));
            return;
        }
        String previous = words.get(line.wordIndex() - 1);
        List<String> followers = FOLLOWERS.getOrDefault(previous, List.of());
        if (previous.equals("explain")) {
            followers = commands;
        } else if (followers.isEmpty()) {
            followers = names();
        }
        followers.forEach(word -> candidates.add(new Candidate(word)));
    }

    private static List<String> names() {
        List<String> found = new ArrayList<>();
        for (String directory : List.of("/run/netns", "/sys/class/net")) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(directory))) {
                files.forEach(file -> found.add(file.getFileName().toString()));
            } catch (IOException e) {
                continue; // nothing to offer then
            }
        }
        return found;
    }
}
