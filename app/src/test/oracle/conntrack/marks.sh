#!/bin/bash
# Marks of connections: set, saved, restored, matched, shown, changed by command.
ip netns add c
ip netns add s
ip link add lan0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns c
ip link add wan0 address 02:00:00:00:00:03 type veth peer name eth0 address 02:00:00:00:00:04 netns s
ip addr add 10.1.1.1/24 dev lan0
ip addr add 192.0.2.1/24 dev wan0
ip -n c addr add 10.1.1.2/24 dev eth0
ip -n s addr add 192.0.2.2/24 dev eth0
for at in lan0 wan0 lo; do ip link set $at up; done
ip -n c link set lo up
ip -n c link set eth0 up
ip -n s link set lo up
ip -n s link set eth0 up
ip -n c route add default via 10.1.1.1
ip -n s route add 10.1.1.0/24 via 192.0.2.1
sysctl -q -w net.ipv4.ip_forward=1
sleep 1.2
iptables -t mangle -A PREROUTING -j CONNMARK --restore-mark
iptables -t mangle -A PREROUTING -m mark --mark 0x5
iptables -t mangle -A PREROUTING -i lan0 -p icmp -m mark --mark 0 -j MARK --set-mark 5
iptables -t mangle -A PREROUTING -i lan0 -p udp -j CONNMARK --set-mark 0x70/0xf0
iptables -t mangle -A PREROUTING -i lan0 -p udp -j CONNMARK --or-mark 0x1
iptables -t mangle -A POSTROUTING -m mark ! --mark 0 -j CONNMARK --save-mark
iptables -t mangle -A POSTROUTING -m connmark --mark 5
iptables -t mangle -A POSTROUTING -m connmark --mark 0x70/0xf0
ip netns exec c ping -c 3 -i 0.2 -e 1 192.0.2.2 | grep received
ip netns exec c traceroute -n -q 1 -N 1 --sport=4000 -p 9000 -U -f 2 -m 2 192.0.2.2
ping -c 1 -e 2 192.0.2.2 | grep received
sleep 0.5
conntrack -L 2>/dev/null | sort
conntrack -L -m 5
conntrack -L -m 0x70/0xf0
iptables -t mangle -nvxL
iptables -t mangle -S
echo "# by command"
iptables -t mangle -F
iptables -t mangle -A PREROUTING -m connmark --mark 9
conntrack -U -p icmp --orig-src 10.1.1.2 -m 9
conntrack -U -p udp -f ipv4 -m 0
conntrack -U -p udp -f ipv4 -m 0x30/0xf0
ip netns exec c ping -c 2 -i 0.2 -e 1 192.0.2.2 | grep received
iptables -t mangle -nvxL PREROUTING
conntrack -L -p udp -o save | sed 's/-t [0-9]*/-t/'
sleep 0.5
conntrack -D -m 9
conntrack -D -m 99
