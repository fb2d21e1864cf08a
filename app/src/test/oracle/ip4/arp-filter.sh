#!/bin/bash
# Answer only where the route back goes.
ip netns add a
ip netns add b
ip link add br0 type bridge
ip link set br0 up
ip link add pa type veth peer name eth0 address 02:00:00:00:00:0a netns a
ip link add pb0 type veth peer name eth0 address 02:00:00:00:00:b0 netns b
ip link add pb1 type veth peer name eth1 address 02:00:00:00:00:b1 netns b
for p in pa pb0 pb1; do ip link set $p master br0 up; done
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n b link set eth1 up
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n b addr add 10.0.0.3/24 dev eth1
sleep 1.2
ask() { ip netns exec a arping -c 1 -b -w 1 -I eth0 $1 | grep -o 'Unicast.*]' | sort; }
ask 10.0.0.2
ask 10.0.0.3
ip netns exec b sysctl -w net.ipv4.conf.all.arp_filter=1
ask 10.0.0.2
ask 10.0.0.3
ip -n b route del 10.0.0.0/24 dev eth0
ask 10.0.0.2
ask 10.0.0.3
ip netns exec b sysctl -w net.ipv4.conf.all.arp_filter=0 net.ipv4.conf.all.arp_ignore=1
ask 10.0.0.2
ask 10.0.0.3
