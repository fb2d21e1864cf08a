package dev.weft.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TimerWheelTest {
    private final TimerWheel wheel = new TimerWheel();

    @Test
    void firesAtTheVeryDeadlineWhenTimeJumpsFromOneToTheNext() {
        List<Long> fired = new ArrayList<>();
        for (long deadline :
                new long[] {1, 1_000, 1_023, 1_024, 999_999_999, 3_600_000_000_000L, 86_400_000_000_000L}) {
            wheel.set(recording(fired), deadline);
        }
        long now = 0;
        while (wheel.nextDeadlineNanos() != TimerWheel.NEVER) {
            now = wheel.nextDeadlineNanos();
            wheel.advance(now);
        }
        assertThat(fired)
                .containsExactly(1L, 1_000L, 1_023L, 1_024L, 999_999_999L, 3_600_000_000_000L, 86_400_000_000_000L);
        assertThat(now).isEqualTo(86_400_000_000_000L);
    }

    @Test
    void aTimerMaySetItselfAgainWhileItFires() {
        int[] count = {0};
        Timer timer = new Timer() {
            @Override
            public void expire(long now) {
                if (++count[0] < 1000) {
                    wheel.set(this, deadlineNanos() + 1_000_000);
                }
            }
        };
        wheel.set(timer, 1_000_000);
        wheel.advance(10_000_000_000L);
        assertThat(count[0]).isEqualTo(1000);
    }

    @RepeatedTest(20)
    void agreesWithASortedListUnderRandomUse(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        List<Entry> expected = new ArrayList<>();
        List<Entry> fired = new ArrayList<>();
        List<Entry> live = new ArrayList<>();
        long now = 0;
        for (int step = 0; step < 3_000; step++) {
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    Entry entry = new Entry(fired, live);
                    long delay = random.nextLong(1L << random.nextInt(1, 44));
                    wheel.set(entry, now + delay);
                    live.add(entry);
                }
                case 2 -> {
                    if (!live.isEmpty()) {
                        wheel.cancel(live.remove(random.nextInt(live.size())));
                    }
                }
                default -> {
                    now += random.nextLong(1L << random.nextInt(1, 40));
                    long limit = now;
                    live.stream()
                            .filter(e -> e.deadlineNanos() <= limit)
                            .sorted(Comparator.comparingLong(Timer::deadlineNanos))
                            .forEach(expected::add);
                    wheel.advance(now);
                }
            }
            assertThat(wheel.size()).isEqualTo(live.size());
        }
        assertThat(fired).hasSameElementsAs(expected).hasSameSizeAs(expected);
        assertThat(wheel.nextDeadlineNanos())
                .isLessThanOrEqualTo(
                        live.stream().mapToLong(Timer::deadlineNanos).min().orElse(TimerWheel.NEVER));
    }

    private static final class Entry extends Timer {
        private final List<Entry> fired;
        private final List<Entry> live;

        Entry(List<Entry> fired, List<Entry> live) {
            this.fired = fired;
            this.live = live;
        }

        @Override
        public void expire(long now) {
            assertThat(now).isGreaterThanOrEqualTo(deadlineNanos());
            fired.add(this);
            live.remove(this);
        }
    }

    private static Timer recording(List<Long> fired) {
        return new Timer() {
            @Override
            public void expire(long now) {
                assertThat(now).isEqualTo(deadlineNanos());
                fired.add(now);
            }
        };
    }
}
