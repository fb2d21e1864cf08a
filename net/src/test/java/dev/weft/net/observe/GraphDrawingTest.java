package dev.weft.net.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.graph.ParkingIdler;
import dev.weft.core.time.VirtualClock;
import dev.weft.net.engine.Assembly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GraphDrawingTest {
    private static final Path PICTURE =
            (Files.isDirectory(Path.of("docs")) ? Path.of("docs") : Path.of("..", "docs")).resolve("graph.svg");

    /// After a change of the graph: `WEFT_REDRAW=1 ./weft test`, or `weft show graph svg > docs/graph.svg`.
    @Test
    void thePictureInTheDocumentationIsTheLiveGraph() throws IOException {
        Assembly assembly = new Assembly(Assembly.Options.withSeed(1), new VirtualClock(), new ParkingIdler());
        String live = GraphDrawing.svg(assembly.workers().getFirst().graph());
        if (System.getenv("WEFT_REDRAW") != null) {
            Files.writeString(PICTURE, live);
        }
        assertThat(Files.readString(PICTURE)).isEqualTo(live);
    }
}
