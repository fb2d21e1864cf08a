#!/bin/bash
# Where a ping comes from.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ip addr add 10.0.0.11/32 dev eth0
ip link add d0 address 02:00:00:00:00:0d type veth peer name d1
ip addr add 10.9.0.1/24 dev d0
ping -c 1 -I 10.0.0.11 10.0.0.2
ping -c 1 -I eth0 10.0.0.2
ping -c 1 -I 10.0.0.11 -I eth0 10.0.0.2
ping -c 1 -B -I 10.0.0.11 10.0.0.2
ping -c 1 -I 10.0.0.99 10.0.0.2
ping -c 1 -I nosuch 10.0.0.2
ping -c 1 -W 1 -I d0 10.0.0.2
ping -c 1 -W 1 -I lo 10.0.0.2
ping -c 1 -m 5 10.0.0.2
ping -c 1 -r 10.0.0.2
ping -c 1 -W 1 -r 10.5.0.2
