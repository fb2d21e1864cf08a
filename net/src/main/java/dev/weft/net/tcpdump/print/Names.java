package dev.weft.net.tcpdump.print;

import java.util.Optional;

/// The names that tcpdump shows without `-n`: what the C library finds in /etc/hosts, /etc/services, /etc/protocols.
public interface Names {
    /// Nothing has a name.
    Names NONE = new Names() {
        @Override
        public Optional<String> host(byte[] address) {
            return Optional.empty();
        }

        @Override
        public Optional<String> service(String protocol, int port) {
            return Optional.empty();
        }

        @Override
        public Optional<String> protocol(int number) {
            return Optional.empty();
        }
    };

    /// The name of an IPv4 (4 bytes) or IPv6 (16 bytes) address.
    Optional<String> host(byte[] address);

    /// The name of a port of `tcp` or `udp`.
    Optional<String> service(String protocol, int port);

    /// The name of an IP protocol.
    Optional<String> protocol(int number);
}
