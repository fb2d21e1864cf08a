package dev.weft.net.proc;

import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Icmp;
import dev.weft.net.ip.v4.Ip4Config;
import dev.weft.net.ip.v4.Ip4Counter;
import dev.weft.net.ip.v4.Ip4Counter.Group;
import dev.weft.net.ip.v4.Ip4Counters;
import dev.weft.net.ip.v4.Ip4Global;
import dev.weft.net.ip.v4.Ip4Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;

/// What the protocols count: pairs of lines, names and then numbers (kernel: net/ipv4/proc.c).
final class SnmpText {
    private static final int ICMP_TYPES = 256;

    /// Types of a line of their own are numbered, at most so many to a line.
    private static final int PER_LINE = 16;

    /// ICMP types by the names of the MIB, which are older than most types.
    private static final Map<String, Integer> ICMP_NAMES = new LinkedHashMap<>();

    static {
        ICMP_NAMES.put("DestUnreachs", Icmp.DESTINATION_UNREACHABLE);
        ICMP_NAMES.put("TimeExcds", Icmp.TIME_EXCEEDED);
        ICMP_NAMES.put("ParmProbs", Icmp.PARAMETER_PROBLEM);
        ICMP_NAMES.put("SrcQuenchs", Icmp.SOURCE_QUENCH);
        ICMP_NAMES.put("Redirects", Icmp.REDIRECT);
        ICMP_NAMES.put("Echos", Icmp.ECHO);
        ICMP_NAMES.put("EchoReps", Icmp.ECHO_REPLY);
        ICMP_NAMES.put("Timestamps", Icmp.TIMESTAMP);
        ICMP_NAMES.put("TimestampReps", Icmp.TIMESTAMP_REPLY);
        ICMP_NAMES.put("AddrMasks", Icmp.ADDRESS_MASK);
        ICMP_NAMES.put("AddrMaskReps", Icmp.ADDRESS_MASK_REPLY);
    }

    /// What Linux 6.18 counts for TCP and its surroundings, in its order.
    private static final String TCP_EXTENDED = """
        SyncookiesSent SyncookiesRecv SyncookiesFailed EmbryonicRsts PruneCalled RcvPruned \
        OfoPruned OutOfWindowIcmps LockDroppedIcmps ArpFilter TW TWRecycled TWKilled PAWSActive \
        PAWSEstab BeyondWindow TSEcrRejected PAWSOldAck PAWSTimewait DelayedACKs \
        DelayedACKLocked DelayedACKLost ListenOverflows ListenDrops TCPHPHits TCPPureAcks \
        TCPHPAcks TCPRenoRecovery TCPSackRecovery TCPSACKReneging TCPSACKReorder TCPRenoReorder \
        TCPTSReorder TCPFullUndo TCPPartialUndo TCPDSACKUndo TCPLossUndo TCPLostRetransmit \
        TCPRenoFailures TCPSackFailures TCPLossFailures TCPFastRetrans TCPSlowStartRetrans \
        TCPTimeouts TCPLossProbes TCPLossProbeRecovery TCPRenoRecoveryFail TCPSackRecoveryFail \
        TCPRcvCollapsed TCPBacklogCoalesce TCPDSACKOldSent TCPDSACKOfoSent TCPDSACKRecv \
        TCPDSACKOfoRecv TCPAbortOnData TCPAbortOnClose TCPAbortOnMemory TCPAbortOnTimeout \
        TCPAbortOnLinger TCPAbortFailed TCPMemoryPressures TCPMemoryPressuresChrono \
        TCPSACKDiscard TCPDSACKIgnoredOld TCPDSACKIgnoredNoUndo TCPSpuriousRTOs TCPMD5NotFound \
        TCPMD5Unexpected TCPMD5Failure TCPSackShifted TCPSackMerged TCPSackShiftFallback \
        TCPBacklogDrop PFMemallocDrop TCPMinTTLDrop TCPDeferAcceptDrop IPReversePathFilter \
        TCPTimeWaitOverflow TCPReqQFullDoCookies TCPReqQFullDrop TCPRetransFail TCPRcvCoalesce \
        TCPOFOQueue TCPOFODrop TCPOFOMerge TCPChallengeACK TCPSYNChallenge TCPFastOpenActive \
        TCPFastOpenActiveFail TCPFastOpenPassive TCPFastOpenPassiveFail \
        TCPFastOpenListenOverflow TCPFastOpenCookieReqd TCPFastOpenBlackhole \
        TCPSpuriousRtxHostQueues BusyPollRxPackets TCPAutoCorking TCPFromZeroWindowAdv \
        TCPToZeroWindowAdv TCPWantZeroWindowAdv TCPSynRetrans TCPOrigDataSent \
        TCPHystartTrainDetect TCPHystartTrainCwnd TCPHystartDelayDetect TCPHystartDelayCwnd \
        TCPACKSkippedSynRecv TCPACKSkippedPAWS TCPACKSkippedSeq TCPACKSkippedFinWait2 \
        TCPACKSkippedTimeWait TCPACKSkippedChallenge TCPWinProbe TCPKeepAlive TCPMTUPFail \
        TCPMTUPSuccess TCPDelivered TCPDeliveredCE TCPAckCompressed TCPZeroWindowDrop \
        TCPRcvQDrop TCPWqueueTooBig TCPFastOpenPassiveAltKey TcpTimeoutRehash \
        TcpDuplicateDataRehash TCPDSACKRecvSegs TCPDSACKIgnoredDubious TCPMigrateReqSuccess \
        TCPMigrateReqFailure TCPPLBRehash TCPAORequired TCPAOBad TCPAOKeyNotFound TCPAOGood \
        TCPAODroppedIcmps\
        """;

    private final StringBuilder text = new StringBuilder();
    private final NetNamespace namespace;
    private final Ip4Counters counters;

    private SnmpText(NetNamespace namespace) {
        this.namespace = namespace;
        this.counters = Ip4Counters.of(namespace);
    }

    /// `/proc/net/snmp`
    static String basic(NetNamespace namespace) {
        SnmpText snmp = new SnmpText(namespace);
        snmp.ip();
        snmp.icmp();
        snmp.icmpByType();
        snmp.line(
                "Tcp",
                List.of(
                        "RtoAlgorithm",
                        "RtoMin",
                        "RtoMax",
                        "MaxConn",
                        "ActiveOpens",
                        "PassiveOpens",
                        "AttemptFails",
                        "EstabResets",
                        "CurrEstab",
                        "InSegs",
                        "OutSegs",
                        "RetransSegs",
                        "InErrs",
                        "OutRsts",
                        "InCsumErrors"),
                List.of(1L, 200L, 120_000L, -1L));
        snmp.line("Udp", names(Group.UDP), snmp.values(Group.UDP));
        snmp.line("UdpLite", names(Group.UDP), List.of());
        return snmp.text.toString();
    }

    /// `/proc/net/netstat`
    static String extended(NetNamespace namespace) {
        SnmpText snmp = new SnmpText(namespace);
        List<String> names = List.of(TCP_EXTENDED.split(" "));
        snmp.line("TcpExt", names, names.stream().map(snmp::tcpExtended).toList());
        snmp.line("IpExt", names(Group.IP_EXT), snmp.values(Group.IP_EXT));
        return snmp.text.toString();
    }

    private void ip() {
        Ip4Config config = Ip4Config.of(namespace);
        List<String> names = new ArrayList<>(List.of("Forwarding", "DefaultTTL"));
        names.addAll(names(Group.IP));
        List<Long> values = new ArrayList<>();
        values.add(config.all(Ip4Setting.FORWARDING) != 0 ? 1L : 2L);
        values.add((long) config.get(Ip4Global.IP_DEFAULT_TTL));
        values.addAll(values(Group.IP));
        line("Ip", names, values);
    }

    private void icmp() {
        List<String> names = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        boolean out = false;
        for (Ip4Counter counter : Ip4Counter.values()) {
            if (counter.group() == Group.ICMP) {
                if (counter == Ip4Counter.ICMP_OUT_MSGS) {
                    types("In", counters::icmpInOf, names, values);
                    out = true;
                }
                names.add(counter.word());
                values.add(counters.get(counter));
            }
        }
        assert out;
        types("Out", counters::icmpOutOf, names, values);
        line("Icmp", names, values);
    }

    private static void types(String way, IntToLongFunction count, List<String> names, List<Long> values) {
        ICMP_NAMES.forEach((name, type) -> {
            names.add(way + name);
            values.add(count.applyAsLong(type));
        });
    }

    /// The types that were seen at all, by number.
    private void icmpByType() {
        List<String> names = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        seen("InType", counters::icmpInOf, names, values);
        seen("OutType", counters::icmpOutOf, names, values);
        for (int from = 0; from < names.size(); from += PER_LINE) {
            int to = Math.min(names.size(), from + PER_LINE);
            line("IcmpMsg", names.subList(from, to), values.subList(from, to));
        }
    }

    private static void seen(String word, IntToLongFunction count, List<String> names, List<Long> values) {
        for (int type = 0; type < ICMP_TYPES; type++) {
            if (count.applyAsLong(type) != 0) {
                names.add(word + type);
                values.add(count.applyAsLong(type));
            }
        }
    }

    private long tcpExtended(String name) {
        for (Ip4Counter counter : Ip4Counter.values()) {
            if (counter.group() == Group.TCP_EXT && counter.word().equals(name)) {
                return counters.get(counter);
            }
        }
        return 0;
    }

    private static List<String> names(Group group) {
        return counters(group).stream().map(Ip4Counter::word).toList();
    }

    private List<Long> values(Group group) {
        return counters(group).stream().map(counters::get).toList();
    }

    private static List<Ip4Counter> counters(Group group) {
        return List.of(Ip4Counter.values()).stream()
                .filter(counter -> counter.group() == group)
                .toList();
    }

    /// A line of names and one of numbers; those that are left out are zero.
    private void line(String title, List<String> names, List<Long> values) {
        text.append(title)
                .append(": ")
                .append(String.join(" ", names))
                .append('\n')
                .append(title)
                .append(':');
        for (int i = 0; i < names.size(); i++) {
            text.append(' ').append(i < values.size() ? values.get(i) : 0);
        }
        text.append('\n');
    }
}
