#!/bin/bash
# SNAT to an address and to ports, DNAT to a host and a port, from outside and from the router itself.
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
ip addr add 192.0.2.10/24 dev wan0
iptables -t nat -A POSTROUTING -o wan0 -p icmp -j SNAT --to-source 192.0.2.10
iptables -t nat -A POSTROUTING -o wan0 -p udp -j SNAT --to-source 192.0.2.10:7000-7000
iptables -t nat -A PREROUTING -d 192.0.2.10 -p udp --dport 53 -j DNAT --to-destination 10.1.1.2:5353
iptables -t nat -A PREROUTING -d 192.0.2.10 -p icmp -j DNAT --to-destination 10.1.1.2
iptables -t nat -A PREROUTING -d 192.0.2.1 -p tcp --dport 8080 -j DNAT --to-destination 10.1.1.2:80
iptables -t nat -A OUTPUT -d 192.0.2.77 -j DNAT --to-destination 192.0.2.2
iptables -t nat -S
echo "# out"
ip netns exec c ping -c 2 -i 0.2 -e 1 192.0.2.2
ip netns exec c traceroute -n -q 1 -N 1 --sport=5555 -p 9000 192.0.2.2
sleep 0.5
conntrack -L 2>/dev/null | sort
conntrack -F
echo "# in"
ip netns exec s ping -c 2 -i 0.2 -e 2 192.0.2.10
ip netns exec s traceroute -n -q 1 -N 1 --sport=5556 -p 53 -U 192.0.2.10
sleep 0.5
conntrack -L 2>/dev/null | sort
conntrack -L --dst-nat 2>/dev/null | sort
conntrack -F
echo "# from the router"
ping -c 1 -e 3 192.0.2.77
traceroute -n -q 1 -N 1 --sport=5558 -p 53 -U 192.0.2.77
sleep 0.5
conntrack -L 2>/dev/null | sort
iptables -t nat -nvxL
echo "# a rule that is gone keeps what it began"
ip netns exec c ping -c 3 -i 1 -e 4 192.0.2.2 | grep 'bytes from' &
sleep 0.5
iptables -t nat -F
wait
conntrack -L -p icmp --orig-src 10.1.1.2 2>/dev/null | wc -l
