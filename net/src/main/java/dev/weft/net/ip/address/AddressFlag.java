package dev.weft.net.ip.address;

import dev.weft.net.ip.v4.address.InterfaceAddress;
import java.util.Optional;

/// The flags of an address with their words, in iproute2's order.
enum AddressFlag {
    SECONDARY("secondary", InterfaceAddress.SECONDARY, true, false),
    /// What IPv6 calls the same bit.
    TEMPORARY("temporary", InterfaceAddress.SECONDARY, true, false),
    NODAD("nodad", InterfaceAddress.NODAD, false, true),
    OPTIMISTIC("optimistic", InterfaceAddress.OPTIMISTIC, false, true),
    DADFAILED("dadfailed", InterfaceAddress.DADFAILED, true, true),
    HOME("home", InterfaceAddress.HOMEADDRESS, false, true),
    DEPRECATED("deprecated", InterfaceAddress.DEPRECATED, true, true),
    TENTATIVE("tentative", InterfaceAddress.TENTATIVE, true, true),
    PERMANENT("permanent", InterfaceAddress.PERMANENT, true, true),
    MNGTMPADDR("mngtmpaddr", InterfaceAddress.MANAGETEMPADDR, false, true),
    NOPREFIXROUTE("noprefixroute", InterfaceAddress.NOPREFIXROUTE, false, false),
    AUTOJOIN("autojoin", InterfaceAddress.MCAUTOJOIN, false, false),
    STABLE_PRIVACY("stable-privacy", InterfaceAddress.STABLE_PRIVACY, true, true);

    private final String word;
    private final int mask;
    private final boolean readOnly;
    private final boolean ip6Only;

    AddressFlag(String word, int mask, boolean readOnly, boolean ip6Only) {
        this.word = word;
        this.mask = mask;
        this.readOnly = readOnly;
        this.ip6Only = ip6Only;
    }

    String word() {
        return word;
    }

    int mask() {
        return mask;
    }

    /// Is it the kernel's to set?
    boolean isReadOnly() {
        return readOnly;
    }

    boolean isForIp6Only() {
        return ip6Only;
    }

    static Optional<AddressFlag> of(String word) {
        for (AddressFlag flag : values()) {
            if (flag.word.equals(word)) {
                return Optional.of(flag);
            }
        }
        return Optional.empty();
    }
}
