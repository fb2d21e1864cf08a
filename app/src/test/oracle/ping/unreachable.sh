#!/bin/bash
# Nobody home: errors from ourselves, counted and told.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ping -c 1 10.0.0.9
ping -c 1 -W 1 10.0.0.8
ping -c 3 10.0.0.7
ping -c 3 -q 10.0.0.6
ping -c 2 -O -W 1 10.0.0.5
ping -c 1 -w 1 10.0.0.4
sleep 1
ip neigh | sort
ip netns exec b sysctl -qw net.ipv4.icmp_echo_ignore_all=1
ping -c 1 -W 1 10.0.0.2
ping -c 2 -i 0.3 -W 1 -O 10.0.0.2
