package dev.weft.net.sysctl;

import dev.weft.core.command.HostNames;
import dev.weft.core.command.Session;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.net.hostname.HostName;
import dev.weft.net.namespace.Sysctl;
import dev.weft.net.namespace.Sysctls;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One run of `sysctl`: a queue of steps, since files and the machine's own settings are the caller's to read.
final class SysctlRun {
    /// @return is it done, or does it come back to [#proceed]?
    private interface Step {
        boolean run();
    }

    private static final String ROOT = "/proc/sys/";
    private static final Set<String> DEPRECATED = Set.of("base_reachable_time", "retrans_time");

    private final Session session;
    private final SysctlOptions options;
    private final Sysctls sysctls;
    private final SysctlOutput output;
    private final Deque<Step> steps = new ArrayDeque<>();
    private int status;

    SysctlRun(Session session, SysctlOptions options) {
        this.session = session;
        this.options = options;
        this.sysctls = Sysctls.of(session.namespace());
        this.output = new SysctlOutput(session, options);
    }

    private void proceed() {
        for (Step step = steps.poll(); step != null; step = steps.poll()) {
            if (!step.run()) {
                return;
            }
        }
        session.exit(status & 0xff);
    }

    // ---- reading

    void showAll() {
        showBelow("");
        proceed();
    }

    /// Shows all of the namespace's settings below a directory.
    private void showBelow(String prefix) {
        for (Sysctls.Entry entry : sysctls.entries(session.namespace())) {
            boolean hidden =
                    !options.deprecated() && DEPRECATED.contains(entry.sysctl().name());
            if (entry.path().startsWith(prefix) && !hidden) {
                show(SysctlName.toDots(entry.path()), entry.path());
            }
        }
    }

    void readAndWrite() {
        for (String operand : options.operands()) {
            if (options.write() || operand.indexOf('=') >= 0) {
                steps.add(() -> write(operand));
            } else {
                steps.add(() -> read(operand));
            }
        }
        proceed();
    }

    private boolean read(String name) {
        if (name.isEmpty()) {
            output.complain("\"\" is an unknown key");
            status--;
            return true;
        }
        String path = SysctlName.toPath(name, rest -> output.complain("separators should not be repeated: " + rest));
        String shown = SysctlName.toDots(name);
        String normal = normal(path);
        if (!isOfNetwork(normal)) {
            return readFromMachine(shown, path);
        }
        if (sysctls.exists(session.namespace(), normal)) {
            status += show(shown, normal);
        } else if (sysctls.isDirectory(session.namespace(), normal)) {
            showBelow(normal + "/");
        } else {
            status += cannotStat(path, Errno.ENOENT.text());
        }
        return true;
    }

    /// @return 1 when it could not be read, else 0
    private int show(String name, String path) {
        Sysctl sysctl = sysctls.sysctl(session.namespace(), path);
        if (sysctl == null || !sysctl.isReadable() || !options.matching().test(name)) {
            return 0;
        }
        try {
            output.value(name, sysctls.read(session.namespace(), path));
            return 0;
        } catch (KernelError unreadable) {
            return 1;
        }
    }

    private boolean readFromMachine(String shown, String path) {
        HostNames.Kind name = hostName(path);
        if (name != null) {
            HostName.of(session).read(name, value -> {
                if (options.matching().test(shown)) {
                    output.lines(shown, value + "\n");
                }
                proceed();
            });
            return false;
        }
        session.readFile(ROOT + path, result -> {
            switch (result) {
                case Session.FileResult.Content(byte[] bytes) -> {
                    if (options.matching().test(shown)) {
                        output.lines(shown, new String(bytes, StandardCharsets.UTF_8));
                    }
                }
                case Session.FileResult.Failed(int errno, String message) ->
                    status += errno == Errno.ENOENT.number() ? cannotStat(path, message) : failed(shown, message);
            }
            proceed();
        });
        return false;
    }

    private int failed(String name, String why) {
        output.complain("reading key \"" + name + "\": " + why);
        return 1;
    }

    private int cannotStat(String path, String why) {
        if (options.ignoreUnknown()) {
            return 0;
        }
        output.complain("cannot stat " + ROOT + path + ": " + why);
        return 1;
    }

    // ---- writing

    private boolean write(String operand) {
        SettingLine line = SettingLine.parse(operand, options, output::complain, () -> badLine("command line", 0));
        if (line == null) {
            status |= 1;
            return true;
        }
        return write(line.path(), line.value() == null ? "(null)" : line.value());
    }

    private void badLine(String where, int number) {
        output.complain(where + "(" + number + "): invalid syntax, continuing...");
    }

    private boolean write(String path, String value) {
        String normal = normal(path);
        if (normal.isEmpty()) {
            output.complain("Path is not under /proc/sys/: " + ROOT + path);
            status |= 1;
            return true;
        }
        if (!isOfNetwork(normal)) {
            return writeToMachine(path, value);
        }
        Sysctl sysctl = sysctls.sysctl(session.namespace(), normal);
        if (sysctl == null && !sysctls.isDirectory(session.namespace(), normal)) {
            status |= cannotStat(path, Errno.ENOENT.text());
        } else if (sysctl == null || !sysctl.isWritable()) {
            output.complain(settingKey(path, Errno.EINVAL.text())); // and yet no failure
        } else {
            set(path, normal, value);
        }
        return true;
    }

    private void set(String path, String normal, String value) {
        try {
            if (!options.dryRun()) {
                sysctls.write(session.namespace(), normal, value);
            }
            output.written(SysctlName.toDots(path), value);
        } catch (KernelError error) {
            output.complain(settingKey(path, error.errno().text()));
            status |= 1;
        }
    }

    private boolean writeToMachine(String path, String value) {
        if (options.dryRun()) {
            output.written(SysctlName.toDots(path), value);
            return true;
        }
        HostNames.Kind name = hostName(path);
        if (name != null) {
            HostName.of(session).write(name, value, errno -> {
                writtenToMachine(path, value, errno);
                proceed();
            });
            return false;
        }
        session.writeSetting(path, value, errno -> {
            writtenToMachine(path, value, errno);
            proceed();
        });
        return false;
    }

    private void writtenToMachine(String path, String value, int errno) {
        if (errno == 0) {
            output.written(SysctlName.toDots(path), value);
        } else if (errno == Errno.ENOENT.number()) {
            status |= cannotStat(path, Errno.text(errno));
        } else {
            output.complain("permission denied on key \"" + SysctlName.toDots(path) + "\"");
            status |= 1;
        }
    }

    /// The machine's names belong to the caller's UTS namespace: the engine's own file is that of the host.
    private static HostNames.@Nullable Kind hostName(String path) {
        return switch (normal(path)) {
            case "kernel/hostname" -> HostNames.Kind.HOST;
            case "kernel/domainname" -> HostNames.Kind.DOMAIN;
            default -> null;
        };
    }

    private static String settingKey(String path, String why) {
        return "setting key \"" + SysctlName.toDots(path) + "\": " + why;
    }

    // ---- files

    void load(List<String> files) {
        List<SettingLine> lines = new ArrayList<>();
        for (String file : files) {
            steps.add(() -> readFile(file, lines));
        }
        steps.add(() -> {
            lines.forEach(line -> steps.add(() -> apply(line, lines)));
            return true;
        });
        proceed();
    }

    private boolean readFile(String file, List<SettingLine> lines) {
        session.readFile(file, result -> {
            switch (result) {
                case Session.FileResult.Content(byte[] bytes) ->
                    parse(file, new String(bytes, StandardCharsets.UTF_8), lines);
                case Session.FileResult.Failed(int errno, String message) -> {
                    if (errno != Errno.EISDIR.number()) {
                        output.complain("cannot open \"" + file + "\": " + message);
                        status |= 1;
                    }
                }
            }
            proceed();
        });
        return false;
    }

    private void parse(String file, String text, List<SettingLine> lines) {
        int number = 0;
        for (String word : text.lines().toList()) {
            int at = ++number;
            SettingLine line = SettingLine.parse(word, options, output::complain, () -> badLine(file, at));
            if (line != null) {
                lines.add(line);
            }
        }
    }

    private boolean apply(SettingLine line, List<SettingLine> all) {
        String value = line.value();
        if (value == null) {
            return true;
        }
        if (!line.hasWildcard()) {
            return write(line.path(), value);
        }
        for (String path : Wildcards.expand(sysctls.entries(session.namespace()), line.path())) {
            if (!isSetElsewhere(path, all)) {
                steps.addFirst(() -> write(path, value));
            }
        }
        return true;
    }

    /// A setting that a line names outright is not for wildcards to change.
    private static boolean isSetElsewhere(String path, List<SettingLine> all) {
        return all.stream().anyMatch(line -> normal(line.path()).equals(path));
    }

    // ---- paths

    private static boolean isOfNetwork(String path) {
        return path.equals("net") || path.startsWith("net/");
    }

    private static String normal(@Nullable String path) {
        return path == null ? "" : path.replaceAll("/+", "/").replaceAll("^/|/$", "");
    }
}
