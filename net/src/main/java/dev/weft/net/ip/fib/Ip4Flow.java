package dev.weft.net.ip.fib;

/// What a route is looked up for (kernel: `struct flowi4`). It is filled anew for each question, so that asking
/// allocates nothing.
public final class Ip4Flow {
    /// Nobody's packets: forwarded ones.
    public static final int NO_UID = -1;

    public int destination;
    public int source;

    /// The field of the header, of which lookups look at bits 2 to 4 only.
    public int tos;

    /// The index of the device that it came in by; that of `lo` for packets of this host.
    public int inputDevice;

    /// The index of the device that it must leave by, 0 for any.
    public int outputDevice;

    public int mark;

    /// Routes must be at least this near ([RouteScope]).
    public int scope;

    public int protocol;
    public int sourcePort;
    public int destinationPort;
    public int uid = NO_UID;

    /// Everything is forgotten but the index of `lo` as the way in.
    public Ip4Flow clear() {
        destination = 0;
        source = 0;
        tos = 0;
        inputDevice = Fib.LOOPBACK_INDEX;
        outputDevice = 0;
        mark = 0;
        scope = RouteScope.UNIVERSE;
        protocol = 0;
        sourcePort = 0;
        destinationPort = 0;
        uid = NO_UID;
        return this;
    }

    public Ip4Flow to(int address) {
        destination = address;
        return this;
    }

    public Ip4Flow from(int address) {
        source = address;
        return this;
    }

    public Ip4Flow out(int device) {
        outputDevice = device;
        return this;
    }

    public void copy(Ip4Flow other) {
        destination = other.destination;
        source = other.source;
        tos = other.tos;
        inputDevice = other.inputDevice;
        outputDevice = other.outputDevice;
        mark = other.mark;
        scope = other.scope;
        protocol = other.protocol;
        sourcePort = other.sourcePort;
        destinationPort = other.destinationPort;
        uid = other.uid;
    }
}
