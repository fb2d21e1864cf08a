package dev.weft.net.netfilter.table;

import dev.weft.net.netfilter.classify.Classifier;
import dev.weft.net.netfilter.classify.Demand;
import dev.weft.net.netfilter.classify.SharedClassifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// For the long chains of a program, which of their rules a packet may match. Packets walk the program rule by rule
/// until it is there, with the same result.
final class ProgramIndex {
    /// Shorter chains are walked rule by rule, which is as fast.
    private static final int LONG = 32;

    // By the position of a chain's first rule.
    private final @Nullable Classifier[] classifiers;

    private ProgramIndex(@Nullable Classifier[] classifiers) {
        this.classifiers = classifiers;
    }

    /// That of the chain which starts at `position`; null when it is short.
    @Nullable
    Classifier at(int position) {
        return classifiers[position];
    }

    /// Has an index made for `program`, away from the packets' way.
    static void request(Program program) {
        if (hasLongChain(program)) {
            CompletableFuture.runAsync(() -> {
                if (!program.isReplaced()) { // many changes in a row need an index for the last one only
                    program.index(of(program));
                }
            });
        }
    }

    static ProgramIndex of(Program program) {
        @Nullable Classifier[] classifiers = new @Nullable Classifier[program.length()];
        int[] starts = program.starts();
        for (int chain = 0; chain < starts.length; chain++) {
            int end = end(program, chain);
            if (end - starts[chain] > LONG) {
                List<Demand> demands = new ArrayList<>(end - starts[chain]);
                for (int at = starts[chain]; at < end; at++) {
                    demands.add(RuleDemand.of(program.rules[at]));
                }
                classifiers[starts[chain]] = SharedClassifiers.of(demands);
            }
        }
        return new ProgramIndex(classifiers);
    }

    private static boolean hasLongChain(Program program) {
        for (int chain = 0; chain < program.starts().length; chain++) {
            if (end(program, chain) - program.starts()[chain] > LONG) {
                return true;
            }
        }
        return false;
    }

    /// Where the step stands that ends a chain.
    private static int end(Program program, int chain) {
        int[] starts = program.starts();
        return (chain + 1 < starts.length ? starts[chain + 1] : program.length()) - 1;
    }
}
