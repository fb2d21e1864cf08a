package dev.weft.net.ip.fib;

import dev.weft.core.wire.Ip4Address;

/// A route in its table, as `ip route` lists it.
///
/// @param table the number of the table
public record FibEntry(int table, int prefix, int length, int tos, Route route) {
    @Override
    public String toString() {
        return Ip4Address.toString(prefix) + "/" + length + " " + route.nexthop(0) + " table " + table;
    }
}
