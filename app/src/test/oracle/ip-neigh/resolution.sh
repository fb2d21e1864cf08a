#!/bin/bash
# What a ping leaves behind at both ends.
ip netns add a
ip netns add b
ip link add eth0 netns a address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ip -n a neigh
ip netns exec a ping -c 1 10.0.0.2 | head -n 2 | tail -n 1 | cut -d= -f1-3
ip -n a neigh
ip -n b neigh
sleep 7
ip -n a neigh
ip -n b neigh
ip -n a -s neigh
ip -n a -o neigh
ip -n a -j neigh
ip -n a -br neigh
ip -n a -c=always neigh
ip netns exec a cat /proc/net/arp
ip -n a link set eth0 down
sleep 1.2
ip -n a neigh
ip -n b neigh
ip -n b neigh flush all
ip -n b neigh
