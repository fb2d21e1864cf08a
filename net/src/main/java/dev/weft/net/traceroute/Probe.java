package dev.weft.net.traceroute;

/// One probe of a traceroute and what became of it.
final class Probe {
    private static final long UNSENT = Long.MIN_VALUE;
    private static final long UNANSWERED = -1;

    /// Its place: the probes of all hops are counted from 0.
    final int index;

    private long sentNanos = UNSENT;
    private long answeredNanos = UNANSWERED;
    private boolean done;
    private boolean isFinal;
    private boolean answered;
    private int address;
    private String mark = "";

    Probe(int index) {
        this.index = index;
    }

    void sent(long nanos) {
        sentNanos = nanos;
    }

    /// It could not be sent for now.
    void unsent() {
        sentNanos = UNSENT;
    }

    /// @param from who answered
    /// @param last the trace ends at this hop
    /// @param annotation what is told of the answer, empty when it is the usual one
    void answer(int from, long nanos, boolean last, String annotation) {
        answered = true;
        address = from;
        refuse(nanos, last, annotation);
    }

    /// This host itself could not send it: there is a time, but nobody to name.
    void refuse(long nanos, boolean last, String annotation) {
        answeredNanos = nanos;
        isFinal = last;
        mark = annotation;
        done = true;
    }

    void expire() {
        done = true;
    }

    /// Takes the answer that a later probe got; that one counts as lost from now on.
    void take(Probe later) {
        sentNanos = later.sentNanos;
        answeredNanos = later.answeredNanos;
        isFinal = later.isFinal;
        answered = later.answered;
        address = later.address;
        mark = later.mark;
        later.lose();
    }

    private void lose() {
        sentNanos = 0;
        answeredNanos = UNANSWERED;
        isFinal = false;
        answered = false;
        address = 0;
        mark = "";
        done = false;
    }

    boolean isSent() {
        return sentNanos != UNSENT;
    }

    boolean isDone() {
        return done;
    }

    boolean isWaiting() {
        return isSent() && !done;
    }

    boolean isFinal() {
        return isFinal;
    }

    /// Has somebody answered it?
    boolean isAnswered() {
        return answered;
    }

    boolean isTimed() {
        return answeredNanos != UNANSWERED;
    }

    int address() {
        return address;
    }

    long sentNanos() {
        return sentNanos;
    }

    long roundTripNanos() {
        return answeredNanos - sentNanos;
    }

    String mark() {
        return mark;
    }

    boolean sameAnswerer(Probe other) {
        return answered && other.answered && address == other.address;
    }
}
