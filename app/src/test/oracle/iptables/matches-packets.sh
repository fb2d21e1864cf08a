# Which packets the matches of everyday rule sets match, by the rules' counters.
ip netns add h
ip link add e0 address 02:00:00:00:00:01 type veth peer name e1 address 02:00:00:00:00:02 netns h
ip addr add 10.0.0.1/24 dev e0
ip -n h addr add 10.0.0.2/24 dev e1
ip link set e0 up
ip -n h link set e1 up
ip link set lo up
ip -n h link set lo up
sleep 1.2
ip netns exec h ping -q -c 1 10.0.0.1 > /dev/null
iptables -A INPUT -m mac --mac-source 02:00:00:00:00:02
iptables -A INPUT -m mac ! --mac-source 02:00:00:00:00:02
iptables -A INPUT -m mac --mac-source 02:00:00:00:00:03
iptables -A INPUT -m length --length 84
iptables -A INPUT -m length --length 85:1500
iptables -A INPUT -m length ! --length 84
iptables -A INPUT -m ttl --ttl-eq 64
iptables -A INPUT -m ttl --ttl-lt 64
iptables -A INPUT -m ttl --ttl-gt 9
iptables -A INPUT -m ttl ! --ttl-eq 9
iptables -A INPUT -m iprange --src-range 10.0.0.2-10.0.0.9
iptables -A INPUT -m iprange ! --src-range 10.0.0.2-10.0.0.9
iptables -A INPUT -m iprange --dst-range 10.0.0.2-10.0.0.9
iptables -A INPUT -m pkttype --pkt-type unicast
iptables -A INPUT -m pkttype --pkt-type broadcast
iptables -A INPUT -m addrtype --dst-type LOCAL
iptables -A INPUT -m addrtype --src-type LOCAL
iptables -A INPUT -m addrtype --src-type UNICAST
iptables -A INPUT -m addrtype --dst-type LOCAL --limit-iface-in
iptables -A INPUT -m limit --limit 1/min --limit-burst 2
iptables -A INPUT -m statistic --mode nth --every 2 --packet 0
iptables -A INPUT -m statistic --mode random --probability 1
iptables -A INPUT -m statistic --mode random --probability 0
iptables -t mangle -A PREROUTING -p icmp -m ttl --ttl-eq 9 -j MARK --set-mark 7
iptables -A INPUT -m mark --mark 7
iptables -A INPUT -m mark --mark 3/3
iptables -A INPUT -m mark ! --mark 7
iptables -A INPUT -p tcp -m multiport --dports 80,443
iptables -A INPUT -p udp -m multiport --dports 33434:33440
ip netns exec h ping -q -c 5 -i 0.2 10.0.0.1 > /dev/null
ip netns exec h ping -q -c 2 -i 0.2 -t 9 10.0.0.1 > /dev/null
ip netns exec h ping -q -c 1 -s 200 10.0.0.1 > /dev/null
ip netns exec h traceroute -n -q 1 -m 3 10.0.0.1 > /dev/null
iptables -L INPUT -nvx
iptables -Z
iptables -L INPUT -nvx | head -3
