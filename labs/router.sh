#!/bin/bash
# Two networks and a router between them: forwarding, what a router answers, and who is on the way.
set -e

echo "# a -- router -- b"
for n in a router b; do ip netns add $n; done
ip link add eth0 netns a type veth peer name left netns router
ip link add eth0 netns b type veth peer name right netns router
ip -n a addr add 10.0.1.1/24 dev eth0
ip -n b addr add 10.0.2.1/24 dev eth0
ip -n router addr add 10.0.1.254/24 dev left
ip -n router addr add 10.0.2.254/24 dev right
for link in "a eth0" "b eth0" "router left" "router right"; do
    set -- $link
    ip -n $1 link set $2 up
done
ip -n a route add default via 10.0.1.254
ip -n b route add default via 10.0.2.254

echo
echo "# A host does not forward by itself"
ip netns exec a ping -c 1 -W 1 10.0.2.1 || true

echo
echo "# It does when it is told to"
ip netns exec router sysctl -w net.ipv4.ip_forward=1
ip netns exec a ping -c 2 -i 0.2 10.0.2.1

echo
echo "# What it answers: no such network; too many hops; nobody at that address"
ip netns exec a ping -c 1 -W 1 10.0.99.1 || true
ip netns exec a ping -c 1 -W 1 -t 1 10.0.2.1 || true
ip netns exec a ping -c 1 10.0.2.99 || true
