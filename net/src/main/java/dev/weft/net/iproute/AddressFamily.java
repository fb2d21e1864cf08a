package dev.weft.net.iproute;

import java.util.Optional;

/// An address family as commands name it and the kernel numbers it (`AF_*`).
public enum AddressFamily {
    UNSPEC(0, "unspec", 0),
    INET(2, "inet", 32),
    BRIDGE(7, "bridge", 0),
    INET6(10, "inet6", 128),
    PACKET(17, "link", 0),
    MPLS(28, "mpls", 20);

    private final int number;
    private final String word;
    private final int addressBits;

    AddressFamily(int number, String word, int addressBits) {
        this.number = number;
        this.word = word;
        this.addressBits = addressBits;
    }

    public int number() {
        return number;
    }

    /// The word after `-family`.
    public String word() {
        return word;
    }

    /// How long an address of the family is; 0 where that depends on the device.
    public int addressBits() {
        return addressBits;
    }

    /// iproute2's `read_family`: whole words only, and `unspec` is none.
    public static Optional<AddressFamily> read(String word) {
        for (AddressFamily family : values()) {
            if (family != UNSPEC && family.word.equals(word)) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }
}
