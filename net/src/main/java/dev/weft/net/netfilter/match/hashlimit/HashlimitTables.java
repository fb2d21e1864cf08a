package dev.weft.net.netfilter.match.hashlimit;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import java.util.HashMap;
import java.util.Map;

/// The tables of a namespace by family and name, each kept as long as a rule uses it (kernel: `struct hashlimit_net`).
final class HashlimitTables {
    private static final NamespaceKey<HashlimitTables> KEY =
            new NamespaceKey<>("hashlimit-tables", namespace -> new HashlimitTables());

    private final Map<String, HashlimitTable> tables = new HashMap<>();

    private HashlimitTables() {}

    static HashlimitTables of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    /// The table of that name, for one rule more; the first rule says how it is.
    HashlimitTable use(HashlimitConfig config, boolean ip6, long now) {
        HashlimitTable table = tables.computeIfAbsent(key(config, ip6), unknown -> new HashlimitTable(config, now));
        if (table.isRateMatch() != config.isRateMatch()) {
            throw new KernelError(Errno.EINVAL);
        }
        table.users++;
        return table;
    }

    /// One rule less uses the table.
    void leave(HashlimitConfig config, boolean ip6) {
        HashlimitTable table = tables.get(key(config, ip6));
        if (table != null && --table.users == 0) {
            tables.remove(key(config, ip6));
        }
    }

    private static String key(HashlimitConfig config, boolean ip6) {
        return (ip6 ? "6" : "4") + config.table().name();
    }
}
