package dev.weft.net.nettools;

import dev.weft.core.wire.Ip4Address;
import java.util.Optional;

/// Hosts as net-tools read them. A virtual network has no name server, so only what is written as a number is found.
public final class Hosts {
    private Hosts() {}

    /// An address in the forms of inet_aton(3), or `default`.
    public static Optional<Ip4Address> find(String word) {
        return word.equals("default") ? Optional.of(Ip4Address.ANY) : Ip4Address.parseLoosely(word);
    }

    /// Why [#find] found nothing, as herror(3) says it: what cannot be a name is unknown, a name could not be looked
    /// up.
    public static String unknown(String word) {
        boolean name = word.matches("[-_.0-9A-Za-z]*[A-Za-z][-_.0-9A-Za-z]*");
        return word + ": " + (name ? "Host name lookup failure" : "Unknown host") + "\n";
    }
}
