#!/bin/bash
# Three hosts on a bridge: it learns who is where, and keeps apart the ports that are told to keep apart.
set -e

echo "# A bridge with three hosts"
ip link add br0 type bridge
ip link set br0 up
for n in 1 2 3; do
    ip netns add h$n
    ip link add p$n type veth peer name eth0 netns h$n
    ip link set p$n master br0 up
    ip -n h$n addr add 10.0.0.$n/24 dev eth0
    ip -n h$n link set eth0 up
done
bridge link

echo
echo "# Everybody reaches everybody"
ip netns exec h1 ping -q -c 1 10.0.0.2
ip netns exec h1 ping -q -c 1 10.0.0.3

echo
echo "# What the bridge has learnt"
brctl showmacs br0

echo
echo "# Two isolated ports cannot talk to each other any more, but to the third"
bridge link set dev p1 isolated on
bridge link set dev p2 isolated on
ip netns exec h1 ping -q -c 1 -W 1 10.0.0.2 || true
ip netns exec h1 ping -q -c 1 10.0.0.3
