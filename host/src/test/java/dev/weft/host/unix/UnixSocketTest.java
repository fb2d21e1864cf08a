package dev.weft.host.unix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.core.errno.Errno;
import dev.weft.host.linux.ErrnoException;
import dev.weft.host.linux.Fcntl;
import dev.weft.host.linux.Poll;
import dev.weft.host.linux.Unistd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixSocketTest {
    @TempDir
    Path directory;

    @Test
    void carriesBytesInOrder() throws IOException {
        try (UnixServer server = new UnixServer(directory.resolve("s"));
                UnixSocket caller = UnixSocket.connect(directory.resolve("s"));
                UnixSocket called = server.accept()) {
            caller.write("one".getBytes(StandardCharsets.UTF_8));
            caller.write("two".getBytes(StandardCharsets.UTF_8));
            assertThat(read(called, 6)).isEqualTo("onetwo");
            caller.shutdown();
            assertThat(read(called, 1)).isEmpty();
        }
    }

    @Test
    void tellsWhoCalls() throws IOException {
        try (UnixServer server = new UnixServer(directory.resolve("s"));
                UnixSocket caller = UnixSocket.connect(directory.resolve("s"));
                UnixSocket called = server.accept()) {
            assertThat(called.peer().pid())
                    .isEqualTo((int) ProcessHandle.current().pid());
            assertThat(caller.peer().uid()).isEqualTo(called.peer().uid());
        }
    }

    @Test
    void carriesDescriptorsThatWriteToTheCallersFile() throws IOException {
        Path file = directory.resolve("file");
        try (UnixServer server = new UnixServer(directory.resolve("s"));
                UnixSocket caller = UnixSocket.connect(directory.resolve("s"));
                UnixSocket called = server.accept()) {
            int fd = Fcntl.open(file.toString(), Fcntl.O_WRONLY | Fcntl.O_CREAT);
            caller.write(new byte[] {'x'}, fd, fd);
            Unistd.close(fd);
            assertThat(read(called, 1)).isEqualTo("x");
            int passed = called.descriptor();
            Unistd.writeFully(passed, "hello".getBytes(StandardCharsets.UTF_8));
            Unistd.close(passed);
            assertThat(called.descriptor()).isPositive();
            assertThat(called.descriptor()).isEqualTo(-1);
        }
        assertThat(file).hasContent("hello");
    }

    @Test
    void saysHowACallFailed() {
        assertThatThrownBy(() -> UnixSocket.connect(directory.resolve("nobody")))
                .isInstanceOfSatisfying(
                        ErrnoException.class,
                        e -> assertThat(e.is(Errno.ENOENT)).isTrue())
                .hasMessage("connect: No such file or directory");
    }

    @Test
    void closingTheServerEndsTheWaitForCallersAndRemovesThePath() throws Exception {
        UnixServer server = new UnixServer(directory.resolve("s"));
        Thread waiting = Thread.ofPlatform()
                .start(() -> assertThatThrownBy(server::accept).isInstanceOf(IOException.class));
        server.close();
        waiting.join();
        assertThat(Files.exists(directory.resolve("s"))).isFalse();
    }

    @Test
    void doesNotWaitForWhatIsNotThere() throws IOException {
        try (UnixServer server = new UnixServer(directory.resolve("s"));
                UnixSocket caller = UnixSocket.connect(directory.resolve("s"));
                UnixSocket called = server.accept()) {
            assertThat(called.read()).isNull();
            caller.write(new byte[] {1});
            assertThat(called.read()).containsExactly(1);
        }
    }

    private static String read(UnixSocket socket, int count) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.length() < count) {
            Poll.await(socket.fd(), Poll.POLLIN, -1);
            byte[] bytes = socket.read();
            if (bytes != null && bytes.length == 0) {
                break;
            }
            text.append(new String(bytes == null ? new byte[0] : bytes, StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
