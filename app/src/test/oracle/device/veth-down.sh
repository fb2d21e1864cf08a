#!/bin/bash
# What happens to packets when an end goes down.
ip netns add b
ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02 netns b
ip addr add 10.0.0.1/24 dev v0
ip -n b addr add 10.0.0.2/24 dev v1
ip link set v0 up
ping -c 1 -W 0.5 10.0.0.2
ip -n b link set v1 up
sleep 1.2
ping -c 1 -W 1 10.0.0.2 | grep -o '.*received'
ip -n b link set v1 down
sleep 1.2
ping -c 1 -W 0.5 10.0.0.2
ip route
ip neigh
ip -s link show v0
ip -n b -s link show v1
ip link set v0 down
ping -c 1 -W 0.5 10.0.0.2
ip link set v0 up
ip -n b link set v1 up
sleep 1.2
ping -c 1 -W 1 10.0.0.2 | grep -o '.*received'
ip -n b link del v1
ip link show v0
ip addr
ip route
