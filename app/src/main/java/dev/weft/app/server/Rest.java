package dev.weft.app.server;

/// What the processes of a run are doing.
enum Rest {
    /// Someone computes, or will as soon as a processor is free.
    BUSY,
    /// All wait, but someone only until a moment of the machine's own clock (a foreign program that sleeps).
    DOZING,
    /// All wait for each other, for the network, or for somebody outside.
    ASLEEP
}
