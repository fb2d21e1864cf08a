package dev.weft.net.netfilter.conntrack;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What only few connections have: a helper, a master, sequence numbers that were shifted (kernel: `struct
/// nf_ct_ext`).
final class Extensions {
    /// Of one connection.
    static final class Extension {
        @Nullable
        Helper helper;

        int masterHandle;

        @Nullable
        Expectation expectation;

        /// What the helper remembers: for FTP, the sequence number behind the last line of each direction.
        final int[] lineEnd = new int[2];

        final boolean[] hasLineEnd = new boolean[2];

        private final int[] position = new int[2];
        private final int[] before = new int[2];
        private final int[] after = new int[2];

        /// What is added to sequence numbers of that direction around `sequence`.
        int offset(int direction, int sequence) {
            return sequence - position[direction] > 0 ? after[direction] : before[direction];
        }

        /// From `sequence` on the direction's bytes are `offset` further (kernel: `nf_ct_seqadj_set`).
        void shift(int direction, int sequence, int offset) {
            boolean fresh = before[direction] == after[direction];
            if (fresh || sequence - position[direction] > 0) {
                position[direction] = sequence;
                before[direction] = after[direction];
                after[direction] += offset;
            }
        }

        int newest(int direction) {
            return after[direction];
        }
    }

    private final Map<Integer, Extension> all = new HashMap<>(4);

    Extension of(int slot) {
        return all.computeIfAbsent(slot, s -> new Extension());
    }

    @Nullable
    Extension peek(int slot) {
        return all.isEmpty() ? null : all.get(slot);
    }

    void remove(int slot) {
        if (!all.isEmpty()) {
            all.remove(slot);
        }
    }
}
