package dev.weft.net.ip.v4;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.time.Clock;
import dev.weft.core.wire.Ipv4;
import dev.weft.core.wire.Ipv4Option;
import dev.weft.net.ip.fib.RouteType;

/// The options of a packet on its way: record route and timestamp get this host's address and time, at arrival and
/// again, with the address that it leaves from, when it goes on (RFC 791 §3.1; kernel: net/ipv4/ip_options.c).
public final class Ip4Options {
    /// What [#receive] says of options that are right.
    static final int SOUND = -1;

    // What is still to be written when the packet goes on, in controlA.
    private static final int ROUTE_NEEDS_ADDRESS = 1;
    private static final int TIME_NEEDS_ADDRESS = 2;
    private static final int TIME_NEEDED = 4;

    private static final int MS_PER_DAY = 86_400_000;

    private Ip4Options() {}

    /// Milliseconds since midnight, universal time (kernel: `inet_current_timestamp`).
    public static int timeOfDay(Clock clock) {
        return (int) (clock.epochNanos() / 1_000_000 % MS_PER_DAY);
    }

    // ---- a packet comes in

    /// Checks the options and writes into them what is due at arrival (kernel: `__ip_options_compile`).
    ///
    /// @return [#SOUND], or where in the header the mistake is
    static int receive(Packet packet, Clock clock) {
        packet.controlA(0);
        int end = new Ipv4(packet, 0).headerLength();
        int at = Ipv4.LENGTH;
        int seen = 0;
        while (at < end) {
            int type = packet.u8(at);
            if (type == Ipv4Option.END) {
                break;
            }
            if (type == Ipv4Option.NO_OPERATION) {
                at++;
                continue;
            }
            int length = at + 1 < end ? packet.u8(at + 1) : 0;
            if (length < 2 || at + length > end) {
                return at;
            }
            int bit = bit(type);
            if ((seen & bit) != 0) {
                return at;
            }
            seen |= bit;
            int problem = switch (type) {
                case Ipv4Option.RECORD_ROUTE -> recordRoute(packet, at, length);
                case Ipv4Option.TIMESTAMP -> timestamp(packet, at, length, clock);
                case Ipv4Option.LOOSE_SOURCE_ROUTE, Ipv4Option.STRICT_SOURCE_ROUTE ->
                    length < 3 || packet.u8(at + 2) < 4 ? at + 1 : SOUND;
                case Ipv4Option.ROUTER_ALERT -> length < 4 ? at + 1 : SOUND;
                default -> SOUND;
            };
            if (problem != SOUND) {
                return problem;
            }
            at += length;
        }
        return SOUND;
    }

    /// Each of these may stand in a header once.
    private static int bit(int type) {
        return switch (type) {
            case Ipv4Option.RECORD_ROUTE -> 1;
            case Ipv4Option.TIMESTAMP -> 2;
            case Ipv4Option.LOOSE_SOURCE_ROUTE, Ipv4Option.STRICT_SOURCE_ROUTE -> 4;
            default -> 0;
        };
    }

    private static int recordRoute(Packet packet, int at, int length) {
        if (length < 3) {
            return at + 1;
        }
        int pointer = packet.u8(at + 2);
        if (pointer < 4) {
            return at + 2;
        }
        if (pointer <= length) {
            if (pointer + 3 > length) {
                return at + 2;
            }
            packet.put32(at + pointer - 1, Ip4Routing.specificDestination(packet));
            packet.put8(at + 2, pointer + 4);
            packet.controlA(packet.controlA() | ROUTE_NEEDS_ADDRESS);
        }
        return SOUND;
    }

    private static int timestamp(Packet packet, int at, int length, Clock clock) {
        if (length < 4) {
            return at + 1;
        }
        int pointer = packet.u8(at + 2);
        if (pointer < 5) {
            return at + 2;
        }
        int kind = packet.u8(at + 3) & 0xf;
        if (pointer > length) {
            return kind == PRESPECIFIED ? SOUND : overflow(packet, at);
        }
        if (pointer + 3 > length) {
            return at + 2;
        }
        int time = timeOfDay(clock);
        switch (kind) {
            case TIME_ONLY -> {
                packet.put32(at + pointer - 1, time);
                packet.put8(at + 2, pointer + 4);
                packet.controlA(packet.controlA() | TIME_NEEDED);
            }
            case TIME_AND_ADDRESS -> {
                if (pointer + 7 > length) {
                    return at + 2;
                }
                packet.put32(at + pointer - 1, Ip4Routing.specificDestination(packet));
                packet.put32(at + pointer + 3, time);
                packet.put8(at + 2, pointer + 8);
                packet.controlA(packet.controlA() | TIME_NEEDED | TIME_NEEDS_ADDRESS);
            }
            case PRESPECIFIED -> {
                if (pointer + 7 > length) {
                    return at + 2;
                }
                int asked = packet.i32(at + pointer - 1);
                if (Ip4Routing.addressTypeOn(packet.rxDevice(), asked) != RouteType.UNICAST) {
                    packet.put32(at + pointer + 3, time);
                    packet.put8(at + 2, pointer + 8);
                    packet.controlA(packet.controlA() | TIME_NEEDED);
                }
            }
            default -> {
                return at + 3;
            }
        }
        return SOUND;
    }

    // Kinds of timestamps (RFC 791).
    private static final int TIME_ONLY = 0;
    private static final int TIME_AND_ADDRESS = 1;
    private static final int PRESPECIFIED = 3;

    /// No room is left: hosts that could not write are counted.
    private static int overflow(Packet packet, int at) {
        int overflow = packet.u8(at + 3) >>> 4;
        if (overflow == 15) {
            return at + 3;
        }
        packet.put8(at + 3, packet.u8(at + 3) & 0xf | overflow + 1 << 4);
        return SOUND;
    }

    static boolean isSourceRouted(Packet packet) {
        Ipv4 ip = new Ipv4(packet, 0);
        return ip.findOption(Ipv4Option.LOOSE_SOURCE_ROUTE) != Ipv4.NO_OPTION
                || ip.findOption(Ipv4Option.STRICT_SOURCE_ROUTE) != Ipv4.NO_OPTION;
    }

    // ---- it goes on

    /// Writes the address that the packet leaves from (kernel: `ip_forward_options`).
    static void forward(Packet packet, int leavesFrom) {
        Ipv4 ip = new Ipv4(packet, 0);
        if ((packet.controlA() & ROUTE_NEEDS_ADDRESS) != 0) {
            int at = ip.findOption(Ipv4Option.RECORD_ROUTE);
            packet.put32(at + packet.u8(at + 2) - 5, leavesFrom);
        }
        if ((packet.controlA() & TIME_NEEDS_ADDRESS) != 0) {
            int at = ip.findOption(Ipv4Option.TIMESTAMP);
            packet.put32(at + packet.u8(at + 2) - 9, leavesFrom);
        }
        ip.writeChecksum();
    }

    // ---- it is answered

    /// How many bytes of options an answer to the packet has.
    public static int echoLength(Packet packet) {
        Ipv4 ip = new Ipv4(packet, packet.networkOffset());
        if (!ip.hasOptions()) {
            return 0;
        }
        int length = 0;
        for (int type : ECHOED) {
            int at = ip.findOption(type);
            length += at == Ipv4.NO_OPTION ? 0 : packet.u8(at + 1);
        }
        return length + 3 & ~3;
    }

    private static final int[] ECHOED = {Ipv4Option.RECORD_ROUTE, Ipv4Option.TIMESTAMP};

    /// Copies record route and timestamp to the start of an answer, for the way back to go on with them (kernel:
    /// `__ip_options_echo`).
    public static void echo(Packet packet, Packet answer, NetDevice device) {
        Ipv4 ip = new Ipv4(packet, packet.networkOffset());
        if (!ip.hasOptions()) {
            return;
        }
        int to = 0;
        for (int type : ECHOED) {
            int at = ip.findOption(type);
            if (at != Ipv4.NO_OPTION) {
                int length = packet.u8(at + 1);
                answer.copyFrom(to, packet, at, length);
                to += length;
            }
        }
        for (; (to & 3) != 0; to++) {
            answer.put8(to, Ipv4Option.END);
        }
    }

    /// Writes this host's address and time into the options of a packet that it sends (kernel: `ip_options_build`).
    ///
    /// @param packet has its IP header
    public static void build(Packet packet, Clock clock) {
        Ipv4 ip = new Ipv4(packet, 0);
        int route = ip.findOption(Ipv4Option.RECORD_ROUTE);
        if (route != Ipv4.NO_OPTION) {
            append(packet, route, ip.source());
        }
        int time = ip.findOption(Ipv4Option.TIMESTAMP);
        if (time != Ipv4.NO_OPTION) {
            appendTime(packet, time, ip.source(), timeOfDay(clock));
        }
    }

    private static void append(Packet packet, int at, int address) {
        int pointer = packet.u8(at + 2);
        if (pointer >= 4 && pointer + 3 <= packet.u8(at + 1)) {
            packet.put32(at + pointer - 1, address);
            packet.put8(at + 2, pointer + 4);
        }
    }

    private static void appendTime(Packet packet, int at, int address, int time) {
        int pointer = packet.u8(at + 2);
        int length = packet.u8(at + 1);
        int kind = packet.u8(at + 3) & 0xf;
        if (kind == TIME_ONLY && pointer >= 5 && pointer + 3 <= length) {
            packet.put32(at + pointer - 1, time);
            packet.put8(at + 2, pointer + 4);
        } else if (kind == TIME_AND_ADDRESS && pointer >= 5 && pointer + 7 <= length) {
            packet.put32(at + pointer - 1, address);
            packet.put32(at + pointer + 3, time);
            packet.put8(at + 2, pointer + 8);
        } else if (kind == PRESPECIFIED
                && pointer >= 5
                && pointer + 7 <= length
                && Ip4Routing.addressTypeOn(packet.txDevice(), packet.i32(at + pointer - 1)) != RouteType.UNICAST) {
            packet.put32(at + pointer + 3, time);
            packet.put8(at + 2, pointer + 8);
        }
    }
}
