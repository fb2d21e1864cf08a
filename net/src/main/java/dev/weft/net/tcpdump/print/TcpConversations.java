package dev.weft.net.tcpdump.print;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The first sequence numbers of each TCP connection seen, from which relative numbers count.
final class TcpConversations {
    /// Both directions of a connection under one key: the end with the lower port (then address) comes first.
    record Key(String low, String high, int lowPort, int highPort) {}

    /// Where the numbers of the first end and of the other end start.
    record Start(int sequence, int acknowledgment) {}

    private final Map<Key, Start> starts = new HashMap<>();

    @Nullable
    Start find(Key key) {
        return starts.get(key);
    }

    void remember(Key key, Start start) {
        starts.put(key, start);
    }
}
