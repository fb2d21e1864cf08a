package dev.weft.net.netfilter.conntrack;

import org.jspecify.annotations.Nullable;

/// A connection that a helper has read about in another one (kernel: `struct nf_conntrack_expect`).
public final class Expectation {
    final int masterHandle;
    final long addresses;
    final long addressMask;
    final long key;
    final long keyMask;
    final @Nullable Helper helper;
    final String helperName;
    final int direction;
    boolean permanent;
    int deadline;

    /// The source address and port that the connection had before its master's translation; 0 for none.
    int savedAddress;

    int savedPort;

    public Expectation(
            int masterHandle,
            long addresses,
            long addressMask,
            long key,
            long keyMask,
            @Nullable Helper helper,
            String helperName,
            int direction) {
        this.masterHandle = masterHandle;
        this.addresses = addresses;
        this.addressMask = addressMask;
        this.key = key;
        this.keyMask = keyMask;
        this.helper = helper;
        this.helperName = helperName;
        this.direction = direction;
    }

    boolean expects(long itsAddresses, long itsKey) {
        return ((itsAddresses ^ addresses) & addressMask) == 0 && ((itsKey ^ key) & keyMask) == 0;
    }

    public long addresses() {
        return addresses;
    }

    public long addressMask() {
        return addressMask;
    }

    public long key() {
        return key;
    }

    public long keyMask() {
        return keyMask;
    }

    public int masterHandle() {
        return masterHandle;
    }

    public int direction() {
        return direction;
    }

    public String helperName() {
        return helperName;
    }

    public int deadline() {
        return deadline;
    }

    public int savedAddress() {
        return savedAddress;
    }

    public int savedPort() {
        return savedPort;
    }

    public void saved(int address, int port) {
        savedAddress = address;
        savedPort = port;
    }
}
