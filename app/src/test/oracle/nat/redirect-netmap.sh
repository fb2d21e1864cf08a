#!/bin/bash
# REDIRECT to the router itself, and NETMAP of a network onto another, both ways.
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
iptables -t nat -A PREROUTING -i lan0 -d 203.0.113.0/24 -j REDIRECT
iptables -t nat -A PREROUTING -i lan0 -p udp --dport 53 -j REDIRECT --to-ports 5353
ip netns exec c ping -c 1 -e 1 203.0.113.9
ip netns exec c traceroute -n -q 1 --sport=4000 -p 53 -U 192.0.2.2
ip netns exec c traceroute -n -q 1 --sport=4001 -p 54 -U 192.0.2.2
iptables -t nat -A OUTPUT -p udp --dport 99 -j REDIRECT --to-ports 100
traceroute -n -q 1 --sport=4003 -p 99 -U 192.0.2.2
sleep 0.5
conntrack -L 2>/dev/null | grep -o 'src=.*' | sort
iptables -t nat -nvxL
iptables -t nat -F
conntrack -F
echo "# NETMAP"
ip -n s route add 172.20.5.0/24 via 192.0.2.1
iptables -t nat -A POSTROUTING -s 10.1.1.0/24 -o wan0 -j NETMAP --to 172.20.5.0/24
iptables -t nat -A PREROUTING -i wan0 -d 172.20.5.0/24 -j NETMAP --to 10.1.1.0/24
ip netns exec c ping -c 1 -e 2 192.0.2.2
ip netns exec s ping -c 1 -e 3 172.20.5.2
ip netns exec s traceroute -n -q 1 --sport=4004 -p 7 -U 172.20.5.2
sleep 0.5
conntrack -L 2>/dev/null | grep -o 'src=.*' | sort
iptables -t nat -nvxL
iptables -t nat -S
