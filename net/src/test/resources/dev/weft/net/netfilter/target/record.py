#!/usr/bin/env python3
"""Records frames.txt: what Linux makes of frames that a sends to b or c through r, for each group of rules in r.

Run as root: unshare -n ./record.py > frames.txt; the namespaces are its own and it takes them away again.
"""
import ctypes, socket, struct, subprocess, sys, time

NETWORK = """
ip netns add wA
ip netns add wR
ip netns add wB
ip netns add wC
ip link add a0 netns wA address 02:00:00:00:00:0a type veth peer name r0 netns wR address 02:00:00:00:00:01
ip link add b0 netns wB address 02:00:00:00:00:0b type veth peer name r1 netns wR address 02:00:00:00:00:02
ip link add c0 netns wC address 02:00:00:00:00:0c type veth peer name r2 netns wR address 02:00:00:00:00:03
ip -n wR link set r1 mtu 1400
ip -n wR addr add 10.1.1.1/24 dev r0
ip -n wR addr add 10.1.2.1/24 dev r1
ip -n wR addr add 10.1.3.1/24 dev r2
ip -n wA link set a0 up
ip -n wB link set b0 up
ip -n wC link set c0 up
ip -n wR link set r0 up
ip -n wR link set r1 up
ip -n wR link set r2 up
ip -n wR neigh add 10.1.2.2 lladdr 02:00:00:00:00:0b dev r1 nud permanent
ip -n wR neigh add 10.1.3.9 lladdr 02:00:00:00:00:0c dev r2 nud permanent
ip netns exec wR sysctl -qw net.ipv4.ip_forward=1
"""


def sh(line, check=True):
    return subprocess.run(line, shell=True, check=check, capture_output=True, text=True)


def total(data):
    data += b"\0" * (len(data) % 2)
    value = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    while value >> 16:
        value = (value & 0xFFFF) + (value >> 16)
    return ~value & 0xFFFF


def ip(protocol, payload, tos=0, ttl=64, fragment=0, target="10.1.2.2"):
    addresses = socket.inet_aton("10.1.1.2") + socket.inet_aton(target)
    start = struct.pack("!BBHHHBB", 0x45, tos, 20 + len(payload), 0x1234, fragment, ttl, protocol)
    header = start + struct.pack("!H", total(start + b"\0\0" + addresses)) + addresses
    return bytes.fromhex("020000000001" "02000000000a" "0800") + header + payload


def transport(protocol, segment, at, target="10.1.2.2"):
    pseudo = socket.inet_aton("10.1.1.2") + socket.inet_aton(target) + struct.pack("!HH", protocol, len(segment))
    return segment[:at] + struct.pack("!H", total(pseudo + segment)) + segment[at + 2:]


def tcp(flags=2, options=b"", data=b"", words=None, sport=40000, **more):
    offset = (20 + len(options)) // 4 if words is None else words
    header = struct.pack("!HHIIBBHHH", sport, 80, 1, 0, offset << 4, flags, 8192, 0, 0)
    return ip(6, transport(6, header + options + data, 16), **more)


def udp(data=b"weft", sport=40000, **more):
    return ip(17, transport(17, struct.pack("!HHHH", sport, 53, 8 + len(data), 0) + data, 6), **more)


def icmp(**more):
    body = struct.pack("!BBHHH", 8, 0, 0, 7, 1) + b"weft"
    return ip(1, body[:2] + struct.pack("!H", total(body)) + body[4:], **more)


MSS = bytes.fromhex("020405b4")
SMALL = bytes.fromhex("02040200")
ALL = bytes.fromhex("020405b40402080a01020304000000000103030700000000")
ODD = bytes.fromhex("01020405b4080a010203040000000000")
BAD = bytes.fromhex("0100050003ff0105")
# Stands for rules that give a packet of mark N the time to live N + 3, so that its mark can be seen.
MARKS_TO_TTL = "marks to ttl"
SYN = "-p tcp --tcp-flags SYN,RST SYN"

CASES = [
    (["-t mangle -A PREROUTING -j TTL --ttl-set 9"], [udp(), udp(ttl=9), icmp(ttl=1)]),
    (["-t mangle -A PREROUTING -j TTL --ttl-inc 200"], [udp(), udp(ttl=1)]),
    (["-t mangle -A PREROUTING -j TTL --ttl-dec 60"], [udp(), udp(ttl=70), udp(ttl=10)]),
    (["-t mangle -A POSTROUTING -j TTL --ttl-dec 63"], [udp()]),
    (["-t mangle -A FORWARD -j TOS --set-tos 0x10"], [udp(), udp(tos=0xff), udp(tos=0x10)]),
    (["-t mangle -A FORWARD -j TOS --set-tos Maximize-Throughput"], [udp(tos=0xff)]),
    (["-t mangle -A FORWARD -j TOS --xor-tos 0x55"], [udp(tos=0xff)]),
    (["-t mangle -A FORWARD -j DSCP --set-dscp-class EF"], [udp(tos=3), udp(tos=0xb8), tcp(tos=0xff)]),
    (["-t mangle -A FORWARD -p tcp -j ECN --ecn-tcp-remove"],
     [tcp(0xc2), tcp(2), tcp(0xff), tcp(0x10, fragment=0x2000), ip(6, b"x" * 24, fragment=3), ip(6, b"x" * 16)]),
    (["-t mangle -A FORWARD -p tcp -j ECN --ecn-tcp-ece 1 --ecn-tcp-cwr 0 --ecn-ip-ect 2"],
     [tcp(0x82), tcp(0x42, tos=1), tcp(0x10, tos=0xff)]),
    (["-t mangle -A FORWARD -j ECN --ecn-ip-ect 1"], [udp(), udp(tos=1), icmp(tos=3)]),
    ([f"-t mangle -A FORWARD {SYN} -j TCPMSS --set-mss 1000"],
     [tcp(2, MSS), tcp(2, SMALL), tcp(2), tcp(2, b"", b"data"), tcp(2, ALL), tcp(2, b"\1" * 40), tcp(2, ODD),
      tcp(2, MSS, words=15), tcp(2, BAD), tcp(0x12, b"\3\3\7\0"), tcp(0x10, MSS), tcp(2, MSS, fragment=0x2000),
      tcp(2, b"\1" * 36)]),
    ([f"-t mangle -A FORWARD {SYN} -j TCPMSS --set-mss 100"], [tcp(2), tcp(2, b"\1\1\1\0")]),
    ([f"-t mangle -A FORWARD {SYN} -j TCPMSS --clamp-mss-to-pmtu"], [tcp(2, MSS), tcp(2, SMALL), tcp(2)]),
    ([f"-t mangle -A POSTROUTING {SYN} -j TCPMSS --clamp-mss-to-pmtu"], [tcp(2, ALL)]),
    (["-t mangle -A FORWARD -p tcp -j TCPOPTSTRIP --strip-options timestamp,mss"],
     [tcp(2, ALL), tcp(2, ODD), tcp(0x10, ALL, b"odd"), tcp(2), tcp(2, BAD), tcp(2, MSS, words=15),
      tcp(2, MSS, words=2), ip(6, b"x" * 16), ip(6, b"x" * 24, fragment=3)]),
    (["-t mangle -A FORWARD -p tcp -j TCPOPTSTRIP --strip-options 3,4,5,255"], [tcp(2, ALL), tcp(2, BAD)]),
    (["-t mangle -A FORWARD -j CHECKSUM --checksum-fill", "-t mangle -A FORWARD -j CLASSIFY --set-class 1:2"],
     [udp(), ip(17, b"\x9c\x40\0\x35\0\x0c\xff\xffweft")]),
]


def hmark(options):
    return [f"-t mangle -A PREROUTING -j HMARK {options} --hmark-mod 200 --hmark-rnd 0xcafe", MARKS_TO_TTL]


FLOWS = [udp(), udp(sport=40001), udp(sport=7), tcp(sport=40002), tcp(sport=9, target="10.1.3.9"), icmp(),
         udp(fragment=0x2000), udp(target="10.1.3.9"), ip(50, b"\1\2\3\4spi5"), ip(51, b"\x11\4\0\0\1\2\3\4seqn")]
CASES += [
    (hmark("--hmark-tuple src,dst,sport,dport,proto"), FLOWS),
    (hmark("--hmark-src-prefix 24 --hmark-dst-prefix 16 --hmark-sport-mask 0xff0f --hmark-dport 0x1001"), FLOWS),
    (hmark("--hmark-tuple spi,proto"), FLOWS),
    (hmark("--hmark-tuple src,dst --hmark-offset 2"), FLOWS),
    (["-t mangle -A PREROUTING -j TEE --gateway 10.1.3.9"], [udp(), tcp(ttl=1), icmp(tos=0x20), udp(ttl=2)]),
    (["-t mangle -A POSTROUTING -j TEE --gateway 10.1.3.9"], [udp(), udp(fragment=0x4000)]),
    (["-t mangle -A PREROUTING -j TEE --gateway 10.1.9.9"], [udp()]),
    (["-t mangle -A PREROUTING -j TEE --gateway 10.1.3.9 --oif r2", "-t mangle -A OUTPUT -j TTL --ttl-set 33",
      "-t mangle -A OUTPUT -j TEE --gateway 10.1.3.9"], [udp()]),
    (["-A FORWARD -j NFQUEUE --queue-num 3"], [udp()]),
    (["-A FORWARD -j NFQUEUE --queue-num 3 --queue-bypass", "-A FORWARD -j DROP"], [udp()]),
    (["-A FORWARD -j NFLOG", "-A FORWARD -j AUDIT --type drop", "-A FORWARD -p udp -j DROP"], [udp(), icmp()]),
]


def listen(namespace, device):

    libc = ctypes.CDLL("libc.so.6")
    with open("/proc/self/ns/net") as own, open(f"/var/run/netns/{namespace}") as other:
        libc.setns(other.fileno(), 0)
        opened = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
        opened.bind((device, 0))
        opened.setblocking(False)
        libc.setns(own.fileno(), 0)
    return opened


def main():
    for name in "ARBC":
        sh(f"ip netns del w{name}", check=False)
    for line in NETWORK.strip().splitlines():
        if line.startswith("ip link add"):
            for name in "ARBC":
                sh(f"ip netns exec w{name} sysctl -qw net.ipv6.conf.default.disable_ipv6=1 net.ipv6.conf.all.disable_ipv6=1")
        sh(line)
    sender = listen("wA", "a0")
    ends = {"b0": listen("wB", "b0"), "c0": listen("wC", "c0")}
    for rules, frames in CASES:
        for table in "raw", "mangle", "filter":
            sh(f"ip netns exec wR iptables-legacy -t {table} -F")
        for rule in rules:
            for mark in range(203) if rule == MARKS_TO_TTL else ():
                sh(f"ip netns exec wR iptables-legacy -t mangle -A PREROUTING -m mark --mark {mark} "
                   f"-j TTL --ttl-set {mark + 3}")
            if rule != MARKS_TO_TTL:
                sh(f"ip netns exec wR iptables-legacy {rule}")
            print(f"$ iptables {rule}")
        for frame in frames:
            sender.send(frame)
            time.sleep(0.02)
            print(">", frame.hex())
            for name, end in ends.items():
                try:
                    while True:
                        seen, origin = end.recvfrom(65535)
                        if origin[2] != socket.PACKET_OUTGOING:
                            print("<", name, seen.hex())
                except BlockingIOError:
                    pass
    for name in "ARBC":
        sh(f"ip netns del w{name}")


main()
