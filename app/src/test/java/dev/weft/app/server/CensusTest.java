package dev.weft.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class CensusTest {
    @Test
    void readsWhatTheKernelSaysOfAThread() {
        Census.ThreadStatus status = Census.ThreadStatus.of("""
            Name:\tbash
            State:\tS (sleeping)
            Threads:\t3
            voluntary_ctxt_switches:\t40
            nonvoluntary_ctxt_switches:\t2
            """);
        assertThat(status).isEqualTo(new Census.ThreadStatus('S', 3, 42));
        assertThat(status.isResting()).isTrue();
    }

    @Test
    void onlyWaitingThreadsRest() {
        assertThat(Census.ThreadStatus.of("State:\tR (running)\n").isResting()).isFalse();
        assertThat(Census.ThreadStatus.of("State:\tD (disk sleep)\n").isResting())
                .isFalse();
        assertThat(Census.ThreadStatus.of("State:\tT (stopped)\n").isResting()).isTrue();
        assertThat(Census.ThreadStatus.of("State:\tZ (zombie)\n").isResting()).isTrue();
        assertThat(Census.ThreadStatus.of("").isResting()).isTrue(); // gone
    }

    @Test
    void knowsCallsThatEndByThemselves() {
        assumeTrue("amd64".equals(System.getProperty("os.arch")), "the numbers are those of x86-64");
        assertThat(TimedCall.isIn("230 0x1 0x0 0x7ffc 0x7ffd 0x0 0x0 0x7fff 0x7f00"))
                .isTrue(); // clock_nanosleep
        assertThat(TimedCall.isIn("7 0x7ffc 0x1 0xffffffff 0x0 0x0 0x0 0x7fff 0x7f00"))
                .isFalse(); // poll, for ever
        assertThat(TimedCall.isIn("7 0x7ffc 0x1 0x64 0x0 0x0 0x0 0x7fff 0x7f00"))
                .isTrue();
        assertThat(TimedCall.isIn("0 0x3 0x7fcd 0x20000 0x0 0x0 0x0 0x7fff 0x7f00"))
                .isFalse(); // read
        assertThat(TimedCall.isIn("61 0xffffffff 0x7fcd 0x0 0x0 0x0 0x0 0x7fff 0x7f00"))
                .isFalse(); // wait4
        assertThat(TimedCall.isIn("202 0x7fcd 0x189 0x0 0x0 0x0 0xffffffff 0x7fff 0x7f00"))
                .isFalse(); // futex
        assertThat(TimedCall.isIn("202 0x7fcd 0x189 0x0 0x7fcd 0x0 0xffffffff 0x7fff 0x7f00"))
                .isTrue();
        assertThat(TimedCall.isIn("running\n")).isFalse();
        assertThat(TimedCall.isIn("")).isFalse();
    }
}
