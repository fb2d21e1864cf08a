package dev.weft.net.netfilter.set;

import dev.weft.core.wire.Ip4Address;

/// The elements that one line of the command names: ranges of addresses, of ports, or both (kernel: `uadt`).
final class ElementRange {
    private final SetType type;
    private final SetOptions options;
    private final Key key;
    private final int bits;

    ElementRange(SetType type, SetOptions options, Key key) {
        this.type = type;
        this.options = options;
        this.key = key;
        this.bits = key.addressBits();
    }

    /// Lays out the one element that a test is about.
    ///
    /// @return the length of its network
    int first(Element element) {
        check(element);
        int length = type == SetType.HASH_IP_PORT_NET ? element.secondCidr : element.cidr;
        int network = !type.hasNetworks() || length < 0 ? bits : length;
        lay(element, element.address, element.second, element.port, network);
        return network;
    }

    /// Lays out one element after another in the key.
    void each(Element element, Runnable action) {
        check(element);
        if (options.ip6) {
            int given = type == SetType.HASH_IP_PORT_NET ? element.secondCidr : element.cidr;
            ports(element, element.address, element.second, given < 0 ? bits : given, action);
            return;
        }
        long from = element.address[0] & 0xffff_ffffL;
        long to = element.hasAddressTo ? element.addressTo & 0xffff_ffffL : from;
        if (element.cidr >= 0) {
            from &= Ip4Address.mask(element.cidr) & 0xffff_ffffL;
            to = from | ~Ip4Address.mask(element.cidr) & 0xffff_ffffL;
        }
        if (from > to) {
            long swap = from;
            from = to;
            to = swap;
        }
        if (type.hasNetworks() && type != SetType.HASH_IP_PORT_NET) {
            networks(from, to, (address, length) -> ports(element, address, element.second, length, action));
        } else {
            addresses(element, from, to, action);
        }
    }

    private void addresses(Element element, long from, long to, Runnable action) {
        long step = type == SetType.HASH_IP && options.netmask != 0 ? 1L << 32 - options.netmask : 1;
        long start = step > 1 ? from & -step : from;
        int[] address = new int[4];
        for (long at = start; at <= to; at += step) {
            address[0] = (int) at;
            if (type == SetType.HASH_IP_PORT_NET) {
                long second = element.second[0] & 0xffff_ffffL;
                long secondTo = element.hasSecondTo ? element.secondTo & 0xffff_ffffL : second;
                if (element.secondCidr >= 0) {
                    second &= Ip4Address.mask(element.secondCidr) & 0xffff_ffffL;
                    secondTo = second | ~Ip4Address.mask(element.secondCidr) & 0xffff_ffffL;
                }
                networks(
                        Math.min(second, secondTo),
                        Math.max(second, secondTo),
                        (network, length) -> ports(element, address, network, length, action));
            } else {
                ports(element, address, element.second, bits, action);
            }
        }
    }

    private void ports(Element element, int[] address, int[] second, int length, Runnable action) {
        int low = element.port;
        int high = element.portTo < 0 || !PacketParts.hasPorts(element.protocol) ? low : element.portTo;
        for (int port = Math.min(low, high); port <= Math.max(low, high); port++) {
            lay(element, address, second, port, length);
            if (type == SetType.HASH_IP && key.isNullAddress()) {
                throw new SetRefusal(SetRefusal.NULL_ELEMENT);
            }
            action.run();
        }
    }

    private void lay(Element element, int[] address, int[] second, int port, int length) {
        key.address(address);
        if (options.netmask != 0) {
            key.mask(0, options.netmask);
        } else if (options.bitmask.length > 0) {
            key.maskBy(options.bitmask);
        }
        if (type.hasSecond()) {
            key.second(second);
        }
        key.tail(element.protocol, port, length, element.isPhysical);
        if (type.hasNetworks()) {
            key.mask(key.networkAt(), length);
        }
        if (type.hasDevice()) {
            key.device(element.device);
        }
    }

    private void check(Element element) {
        int length = type == SetType.HASH_IP_PORT_NET ? element.secondCidr : element.cidr;
        if (type.hasNetworks() && !type.hasDevice() && length == 0) {
            throw new SetRefusal(SetRefusal.CIDR);
        }
    }

    private interface NetworkAction {
        void with(int[] address, int length);
    }

    /// The fewest networks that make up a range (kernel: `ip_set_range_to_cidr`).
    private static void networks(long first, long last, NetworkAction action) {
        int[] address = new int[4];
        for (long at = first; at <= last; ) {
            int zeros = at == 0 ? 32 : Math.min(32, Long.numberOfTrailingZeros(at));
            while (at + (1L << zeros) - 1 > last) {
                zeros--;
            }
            address[0] = (int) at;
            action.with(address, 32 - zeros);
            at += 1L << zeros;
        }
    }
}
