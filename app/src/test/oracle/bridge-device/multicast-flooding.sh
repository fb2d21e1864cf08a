#!/bin/bash
# Multicast and broadcast through a bridge, snooping on and off.
ip link add br0 address 02:00:00:00:00:10 type bridge mcast_snooping 0
for n in 1 2 3; do
    ip netns add h$n
    ip link add p$n address 02:00:00:00:00:0$n type veth peer name eth0 address 02:00:00:00:00:a$n netns h$n
    ip link set p$n master br0
    ip link set p$n up
    ip -n h$n link set eth0 up
    ip -n h$n addr add 10.0.0.$n/24 brd + dev eth0
    ip netns exec h$n sysctl -qw net.ipv4.icmp_echo_ignore_broadcasts=0
done
ip link set br0 up
sleep 1.2
ip netns exec h1 ping -c 1 -W 1 -b 10.0.0.255 | grep -o '.*received'
ip netns exec h1 ping -c 1 -W 1 224.0.0.1 -I eth0 | grep -o '.*received'
ip -n h3 -s link show eth0 | tail -n 4 | head -n 2
bridge link set dev p3 mcast_flood off
ip netns exec h1 ping -c 1 -W 1 224.0.0.1 -I eth0 | grep -o '.*received'
bridge link set dev p2 bcast_flood off
ip netns exec h1 ping -c 1 -W 1 -b 10.0.0.255 | grep -o '.*received'
ip -n h2 -s link show eth0 | tail -n 4 | head -n 2
ip -n h3 -s link show eth0 | tail -n 4 | head -n 2
