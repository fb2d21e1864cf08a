package dev.weft.net.netfilter.iptables;

/// Which of the two iptables a command is: Debian has both, and they differ in some of what they say.
public enum Personality {
    LEGACY("legacy"),
    NFT("nf_tables");

    private final String variant;

    Personality(String variant) {
        this.variant = variant;
    }

    /// As it stands behind the version.
    public String variant() {
        return variant;
    }
}
