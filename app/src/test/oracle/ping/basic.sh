#!/bin/bash
# ping between two namespaces, and to itself.
ip netns add a
ip netns add b
ip link add eth0 netns a address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
for n in a b; do ip -n $n link set lo up; ip -n $n link set eth0 up; done
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
sleep 1.2
ip netns exec a ping -c 1 10.0.0.2
ip netns exec a ping -c 3 -i 0.2 10.0.0.2
ip netns exec a ping -c 2 -i 0.2 -q 10.0.0.2
ip netns exec a ping -c 1 10.0.0.1
ip netns exec a ping -c 1 127.0.0.1
ip netns exec a ping -c 1 127.9.9.9
ip netns exec a ping -c 1 localhost
ip netns exec a ping -c 1 0
ip netns exec a ping -c 1 10.2
ip netns exec a ping -n -c 1 10.0.0.2
ip -n a neigh
ip netns exec a ping -c 1 -4 10.0.0.2
ip netns exec a sh -c 'ping -c 1 10.0.0.2 >/dev/null && echo alive'
