#!/bin/bash
# A network behind the router: ping, UDP and TCP, errors that come back, and what both sides see of it.
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
sysctl -q -w net.ipv4.ip_forward=1
sleep 1.2
iptables -t nat -A POSTROUTING -s 10.1.1.0/24 -o wan0 -j MASQUERADE
ip netns exec c ping -c 2 -i 0.2 -e 77 192.0.2.2
ip netns exec s ping -c 1 -W 1 -e 78 10.1.1.2
ip netns exec c traceroute -n --sport=5555 -p 33434 192.0.2.2
ip netns exec c traceroute -n -I -q 1 192.0.2.2 | sed 1d
sleep 0.5
conntrack -L -p udp 2>/dev/null | grep -o 'src=.*' | sort
conntrack -L -p icmp --orig-dst 192.0.2.2 2>/dev/null | grep -o 'src=.*id=77.*'
conntrack -L -p tcp
conntrack -L --src-nat 2>/dev/null | grep -c .
conntrack -L --dst-nat 2>/dev/null | grep -o 'src=.*id=77.*'
iptables -t nat -nvxL
echo "# what the server sees"
ip netns exec s tcpdump -ni eth0 -c 2 -tv icmp >seen 2>/dev/null &
sleep 0.5
ip netns exec c ping -c 1 -e 80 192.0.2.2 | grep -c 'bytes from'
sleep 0.5
wait
cat seen
echo "# two of the same identifier: the second is another's outside"
ip netns exec s iptables -A INPUT -p icmp
ip -n c addr add 10.1.1.3/24 dev eth0
ip netns exec c ping -c 1 -e 81 -I 10.1.1.2 192.0.2.2 | grep -c 'bytes from'
ip netns exec c ping -c 1 -e 81 -I 10.1.1.3 192.0.2.2 | grep -c 'bytes from'
conntrack -L -p icmp 2>/dev/null | grep -c 'type=8 code=0 id=81'
conntrack -L -p icmp --orig-src 10.1.1.2 2>/dev/null | grep -c 'type=0 code=0 id=81'
conntrack -L -p icmp --orig-src 10.1.1.3 2>/dev/null | grep -c 'type=0 code=0 id=81'
echo "# the same source port to one server from two clients"
conntrack -F
ip netns exec c traceroute -n -N 1 -q 1 -s 10.1.1.2 --sport=6000 -p 40000 -f 2 192.0.2.2
ip netns exec c traceroute -n -N 1 -q 1 -s 10.1.1.3 --sport=6000 -p 40000 -f 2 192.0.2.2
conntrack -L -p udp 2>/dev/null | grep -c 'dst=192.0.2.1 sport=40000 dport=6000'
conntrack -C
