#!/bin/bash
# Don't-fragment in all its kinds, through a router with a short link.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ip netns add c
ip -n b link add eth1 address 02:00:00:00:01:0b mtu 1000 type veth peer name eth0 address 02:00:00:00:00:0c mtu 1000 netns c
ip -n b addr add 10.0.1.2/24 dev eth1
ip -n c addr add 10.0.1.3/24 dev eth0
ip -n b link set eth1 up
ip -n c link set eth0 up
ip netns exec b sysctl -qw net.ipv4.ip_forward=1
ip route add 10.0.1.0/24 via 10.0.0.2
ip -n c route add default via 10.0.1.2
sleep 1.2
ping -c 1 -W 1 -M do -s 972 10.0.1.3
ping -c 1 -W 1 -M do -s 973 10.0.1.3
ping -c 1 -W 1 -M do -s 973 10.0.1.3
ip route flush cache
ping -c 2 -i 0.3 -W 1 -M want -s 1400 10.0.1.3
ip route flush cache
ping -c 1 -W 1 -M dont -s 1400 10.0.1.3
ping -c 1 -M do -s 1472 10.0.0.2
ping -c 1 -M do -s 1473 10.0.0.2
ping -c 1 -M dont -s 1473 10.0.0.2
ping -c 1 -M probe -s 1400 -W 1 10.0.1.3
ping -c 1 -M nothing 10.0.1.3
