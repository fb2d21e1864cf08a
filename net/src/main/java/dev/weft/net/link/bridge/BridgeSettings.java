package dev.weft.net.link.bridge;

/// Settings of a bridge that are kept and shown and that forwarding does not ask.
final class BridgeSettings {
    /// Where BPDUs go (IEEE 802.1D-1998 §7.12.3).
    long groupAddress = 0x0180_c200_0000L;

    boolean multicastSnooping = true;
    int multicastRouter = 1;
    boolean multicastQueryUseIfaddr;
    boolean multicastQuerier;
    long multicastHashMax = 4096;
    long multicastLastMemberCount = 2;
    long multicastStartupQueryCount = 2;
    long multicastLastMemberInterval = 100;
    long multicastMembershipInterval = 26000;
    long multicastQuerierInterval = 25500;
    long multicastQueryInterval = 12500;
    long multicastQueryResponseInterval = 1000;
    long multicastStartupQueryInterval = 3124;
    boolean multicastStatistics;
    int igmpVersion = 2;
    int mldVersion = 1;
    boolean callsIptables;
    boolean callsIp6tables;
    boolean callsArptables;
}
