#!/bin/bash
# Which address a packet leaves with.
ip netns add b
ip link add eth0 type veth peer name eth0 netns b
ip link set eth0 up
ip -n b link set eth0 up
ip -n b link set lo up
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n b addr add 203.0.113.1/32 dev lo
ip -n b route add default dev eth0
sleep 1.2
ip addr add 10.0.0.1/24 dev eth0
ip addr add 10.0.0.11/24 dev eth0
ip addr add 192.168.1.1/24 dev eth0
ip addr add 10.0.5.1/24 scope link dev eth0
ip route add default via 10.0.0.2
src() { ip route get "$@" | grep -o 'src [0-9.]*'; }
src 10.0.0.2
src 203.0.113.1
src 192.168.1.9
src 10.0.5.9
ip route add 203.0.113.0/24 via 10.0.0.2 src 10.0.0.11
src 203.0.113.1
ping -c 1 203.0.113.1 | grep -o '.*received'
ip addr del 10.0.0.11/24 dev eth0
ip route
src 203.0.113.1
ip route change default via 10.0.0.2 src 192.168.1.1
src 8.8.8.8
ip addr del 192.168.1.1/24 dev eth0
ip route
ip addr del 10.0.0.1/24 dev eth0
ip route
src 10.0.5.9
