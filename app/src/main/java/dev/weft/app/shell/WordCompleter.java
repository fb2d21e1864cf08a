package dev.weft.app.shell;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/// Completes a command's name, then the words of its usage, and the names of namespaces and devices.
final class WordCompleter implements Completer {
    private final Usages usages;
    private final List<Path> directories;

    /// @param directories where a file stands for each name
    WordCompleter(Usages usages, List<Path> directories) {
        this.usages = usages;
        this.directories = directories;
    }

    static WordCompleter ofThisMachine(Usages usages) {
        return new WordCompleter(usages, List.of(Path.of("/run/netns"), Path.of("/sys/class/net")));
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        words(line.words().subList(0, line.wordIndex())).forEach(word -> candidates.add(new Candidate(word)));
    }

    /// What may stand behind the words of a line.
    List<String> words(List<String> line) {
        if (line.isEmpty() || line.getFirst().equals("help")) {
            List<String> words = new ArrayList<>(usages.summaries().keySet());
            words.addAll(Console.OWN);
            return words;
        }
        List<String> words = new ArrayList<>(line.getFirst().equals("netns") ? List.of() : usages.following(line));
        words.addAll(names());
        return words;
    }

    private List<String> names() {
        List<String> found = new ArrayList<>();
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                    files.forEach(file -> found.add(file.getFileName().toString()));
                } catch (IOException e) {
                    return found; // it is gone; there is nothing to offer then
                }
            }
        }
        return found;
    }
}
