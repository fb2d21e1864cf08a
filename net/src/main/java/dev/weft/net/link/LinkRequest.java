package dev.weft.net.link;

import dev.weft.core.packet.NetNamespace;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What `ip link add` asks of every kind of device, before the words of the kind itself.
///
/// @param home the namespace in which the command runs: parents and peers are looked up here (kernel: `src_net`, link
/// netns)
/// @param namespace where the device is to be
/// @param name empty when the kernel is to choose one
/// @param link the index of the device below (`link DEV`), 0 for none
/// @param index the wanted interface index, 0 for the next free one
public record LinkRequest(
        NetNamespace home,
        NetNamespace namespace,
        String name,
        int link,
        int index,
        OptionalLong address,
        OptionalLong broadcast,
        OptionalInt mtu,
        OptionalInt txQueueLength) {}
