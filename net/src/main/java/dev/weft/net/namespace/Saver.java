package dev.weft.net.namespace;

/// One feature's part of the script that rebuilds a network (`weft save`).
///
/// It compares its state in each namespace with the copy's, and has the [Rebuild] run the commands that make the copy
/// the same. So it says nothing of what comes by itself, and takes back what came by itself and is not wanted.
public interface Saver {
    /// What its lines are about, as a comment above them.
    String title();

    void save(Rebuild script);
}
