package dev.weft.app.run;

import dev.weft.app.server.CommandNames;
import dev.weft.app.server.Conductor;
import dev.weft.app.server.MessageChannel;
import dev.weft.app.server.Order;
import dev.weft.app.server.Outbox;
import dev.weft.app.server.RealTime;
import dev.weft.core.command.Command;
import dev.weft.core.graph.ParkingIdler;
import dev.weft.core.packet.NetNamespace;
import dev.weft.host.unix.UnixServer;
import dev.weft.net.engine.Assembly;
import dev.weft.net.engine.Engine;
import dev.weft.net.lab.Lab;
import dev.weft.net.namespace.Network;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// An engine whose only command is the [Probe], under the name `ip`, and shell scripts run against it in real
/// sandboxes.
final class Sandboxed implements AutoCloseable {
    private final RuntimeDirectory runtime;
    private final Served served;
    private final Launcher launcher;

    private Sandboxed(RuntimeDirectory runtime, Served served, List<String> names) throws IOException {
        this.runtime = runtime;
        this.served = served;
        this.launcher = new Launcher(runtime, names);
        Files.setPosixFilePermissions(runtime.path(), PosixFilePermissions.fromString("rwxr-xr-x")); // for nobody
    }

    /// With the [Probe] as its only command, under the name `ip`.
    static Sandboxed withProbe() throws IOException {
        RuntimeDirectory runtime = RuntimeDirectory.create();
        Engine engine = new Engine(Assembly.Options.withSeed(1), new ParkingIdler()).start();
        Served served =
                Served.inRealTime(new OnlyProbe(new RealTime(engine)), new UnixServer(runtime.socket()), engine::close);
        return new Sandboxed(runtime, served, List.of("ip", "iptables", "sudo"));
    }

    static Sandboxed inVirtualTime(long seed) throws IOException {
        RuntimeDirectory runtime = RuntimeDirectory.create();
        Served served = Served.inVirtualTime(Lab.withSeed(seed), new UnixServer(runtime.socket()));
        return new Sandboxed(runtime, served, CommandNames.IN_VIRTUAL_TIME);
    }

    /// What a script left behind.
    record Result(int status, String out, String err) {
        /// What it printed, line by line.
        List<String> lines() {
            return out.lines().toList();
        }
    }

    /// Runs a bash script as the user who runs the tests.
    Result run(String script) throws IOException {
        return run(List.of(), script);
    }

    /// Runs a bash script as an ordinary user.
    Result runAsNobody(String script) throws IOException {
        return run(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), script);
    }

    /// Runs a bash script as root of a machine that has no FUSE.
    Result runWithoutFuse(String script) throws IOException {
        String hide = "mount --bind /etc/hostname /dev/fuse && mount -o remount,bind,ro /dev/fuse && exec \"$@\"";
        return run(List.of("unshare", "--mount", "sh", "-c", hide, "sh"), script);
    }

    /// Runs a bash script where no user namespaces can be made.
    Result runForbidden(String script) throws IOException {
        String forbid = "echo 0 > /proc/sys/user/max_user_namespaces && exec \"$@\"";
        return run(List.of("unshare", "--user", "--map-root-user", "sh", "-c", forbid, "sh"), script);
    }

    private Result run(List<String> before, String script) throws IOException {
        ProcessBuilder builder = launcher.sandboxed(List.of("bash", "-c", script));
        builder.command().addAll(0, before);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Path err = Files.createTempFile("weft-test", "err");
        Process process = builder.redirectError(err.toFile()).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return new Result(process.waitFor(), out, Files.readString(err));
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            Files.delete(err);
        }
    }

    Process start(String script) throws IOException {
        return launcher.sandboxed(List.of("bash", "-c", script)).start();
    }

    @Override
    public void close() throws IOException {
        served.close();
        runtime.close();
    }

    /// Everything as the inner conductor does it, but for the commands.
    private record OnlyProbe(Conductor inner) implements Conductor {
        @Override
        public Network network() {
            return inner.network();
        }

        @Override
        public Map<String, Command> commands() {
            return new TreeMap<>(Map.of("ip", new Probe("ip")));
        }

        @Override
        public void act(NetNamespace namespace, Runnable action) {
            inner.act(namespace, action);
        }

        @Override
        public void begin(Order order, NetNamespace namespace, Runnable command) {
            inner.begin(order, namespace, command);
        }

        @Override
        public void end(Order order, Runnable leave) {
            inner.end(order, leave);
        }

        @Override
        public Outbox outbox(MessageChannel channel) {
            return inner.outbox(channel);
        }
    }
}
