package dev.weft.bench;

/// One question to the engine that a number answers; `sample` is called several times in one run.
public interface Benchmark {
    String name();

    /// What is measured, in one line.
    String question();

    String unit();

    /// Is it a rate, not a cost?
    default boolean isMoreBetter() {
        return false;
    }

    /// How often to measure.
    int rounds();

    /// Builds what is measured, once and outside of the measurement.
    default void prepare() throws Exception {}

    /// One measurement, in [#unit()].
    double sample() throws Exception;
}
