#!/bin/bash
# Two network namespaces with a cable between them.
set -e

echo "# Two hosts, red and blue, and a cable"
ip netns add red
ip netns add blue
ip link add eth0 netns red type veth peer name eth0 netns blue
ip -n red addr add 10.0.0.1/24 dev eth0
ip -n blue addr add 10.0.0.2/24 dev eth0
ip -n red link set eth0 up
ip -n blue link set eth0 up
ip netns list

echo
echo "# red pings blue"
ip netns exec red ping -c 2 -i 0.2 10.0.0.2

echo
echo "# What they have learnt of each other"
ip -n red neigh
ip -n blue neigh

echo
echo "# The whole way of one ping, and of the packets that it caused"
ip netns exec red weft explain ping -c 1 10.0.0.2
