package dev.weft.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
    @Test
    void brothersStandInTheOrderOfTheirBirth() {
        assertThat(new Order(List.of(1L, 2L, 7L, 9L))).isLessThan(new Order(List.of(1L, 2L, 8L, 3L)));
        assertThat(new Order(List.of(1L, 2L, 7L))).isLessThan(new Order(List.of(1L, 2L, 7L, 9L)));
        assertThat(new Order(List.of(1L, 2L))).isEqualByComparingTo(new Order(List.of(1L, 2L)));
    }
}
