package dev.weft.net.tcpdump.filter;

import java.util.List;
import java.util.OptionalInt;

/// The names that an expression may use: what the C library finds in /etc/hosts, /etc/services and /etc/protocols.
public interface FilterNames {
    /// Nothing has a name.
    FilterNames NONE = new FilterNames() {
        @Override
        public List<byte[]> host(String name) {
            return List.of();
        }

        @Override
        public OptionalInt port(String name, String protocol) {
            return OptionalInt.empty();
        }

        @Override
        public OptionalInt protocol(String name) {
            return OptionalInt.empty();
        }
    };

    /// The addresses of a host, of 4 or 16 bytes; none if it is unknown.
    List<byte[]> host(String name);

    /// The port of a service of `tcp` or `udp`.
    OptionalInt port(String name, String protocol);

    /// The number of an IP protocol.
    OptionalInt protocol(String name);
}
