package dev.weft.net.namespace;

/// How control code that runs on one worker comes to touch a namespace of another.
public interface Ownership {
    /// For networks with one worker, and for those whose workers are polled by one thread: nothing is to be done.
    Ownership SINGLE = worker -> {};

    /// Makes the worker pause between two polls until the control action that runs now is over.
    void claim(int worker);
}
