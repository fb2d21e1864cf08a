#!/bin/bash
# Linux answers for any of its addresses, on any device.
ip netns add a
ip netns add b
ip link add eth0 netns a address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n b addr add 192.168.99.1/24 dev lo
ip -n b link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ip netns exec a ping -c 1 -W 1 192.168.99.1
ip -n a route add 192.168.99.0/24 dev eth0
ip netns exec a ping -c 1 -W 1 192.168.99.1 | grep -o '.*received'
ip -n a neigh | sort
ip netns exec a ping -c 1 -W 1 192.168.99.2 | grep -o '.*received'
ip -n b link set lo down
ip -n b addr show lo
ip netns exec a ping -c 1 -W 1 192.168.99.1 | grep -o '.*received'
ip -n b addr del 192.168.99.1/24 dev lo
ip netns exec a ping -c 1 -W 1 192.168.99.1 | grep -o '.*received'
ip -n a route add 127.0.0.0/8 dev eth0
ip netns exec a ping -c 1 -W 1 127.0.0.1 | grep -o '.*received'
ip -n a route get 127.0.0.1
