package dev.weft.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void tellsBestMedianAndMax() {
        assertThat(Samples.of(false, 7, 3, 9, 1, 5)).isEqualTo(new Samples(1, 5, 9));
        assertThat(Samples.of(true, 7, 3, 9, 1, 5)).isEqualTo(new Samples(9, 5, 9));
    }
}
