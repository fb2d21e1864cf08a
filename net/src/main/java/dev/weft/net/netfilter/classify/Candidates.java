package dev.weft.net.netfilter.classify;

/// A walk over the rules that a packet satisfies, in their order. It is used again and again, and allocates nothing.
public final class Candidates {
    private static final int MOST_ROWS = Field.COUNT + 2;

    /// There are no more.
    public static final int END = -1;

    private final int[] rows = new int[MOST_ROWS];
    // Where each row's words of the summary word at hand begin.
    private final int[] words = new int[MOST_ROWS];
    private int count;

    private long[] store = new long[0];
    private int summaryWords;
    private int summaryWord;
    private long summary; // words of the current 64 that may hold a candidate and were not looked at yet
    private long bits; // candidates of the current word not handed out yet
    private int firstOfWord;

    /// The first rule of `classifier` that `packet` satisfies.
    public int first(Classifier classifier, PacketFields packet) {
        int n = 0;
        int[] fields = classifier.fields;
        for (int i = 0; i < fields.length; i++) {
            rows[n++] = classifier.values[i].row(packet.get(fields[i]));
        }
        NameClasses in = classifier.input;
        if (in != null) {
            rows[n++] = in.row(packet.input());
        }
        NameClasses out = classifier.output;
        if (out != null) {
            rows[n++] = out.row(packet.output());
        }
        count = n;
        store = classifier.store;
        summaryWords = n == 0 ? 0 : classifier.summaryWords;
        summaryWord = -1;
        summary = 0;
        bits = 0;
        for (int i = 0; i < n; i++) {
            words[i] = rows[i] + summaryWords;
        }
        return next();
    }

    /// The rule after the one given last.
    ///
    /// @return [#END] when there is none
    public int next() {
        while (bits == 0) {
            while (summary == 0) {
                if (!nextSummary()) {
                    return END;
                }
            }
            nextWord();
        }
        int bit = Long.numberOfTrailingZeros(bits);
        bits &= bits - 1;
        return firstOfWord + bit;
    }

    private boolean nextSummary() {
        if (summaryWord >= 0) {
            for (int i = 0; i < count; i++) {
                words[i] += Long.bitCount(store[rows[i] + summaryWord]);
            }
        }
        if (++summaryWord >= summaryWords) {
            summaryWord = summaryWords; // and it stays at the end
            return false;
        }
        long all = -1;
        for (int i = 0; i < count; i++) {
            all &= store[rows[i] + summaryWord];
        }
        summary = all;
        return true;
    }

    private void nextWord() {
        int word = Long.numberOfTrailingZeros(summary);
        long before = (1L << word) - 1;
        summary &= summary - 1;
        long all = -1;
        for (int i = 0; i < count; i++) {
            all &= store[words[i] + Long.bitCount(store[rows[i] + summaryWord] & before)];
        }
        bits = all;
        firstOfWord = (summaryWord << 6 | word) << 6;
    }
}
