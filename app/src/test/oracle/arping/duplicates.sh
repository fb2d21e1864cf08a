#!/bin/bash
# Duplicate address detection and announcements.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
arping -D -c 1 -I eth0 10.0.0.2
arping -D -c 2 -w 3 -I eth0 10.0.0.9
arping -D -c 1 -q -I eth0 10.0.0.2
arping -D -f -c 3 -I eth0 10.0.0.2
arping -U -c 1 -I eth0 10.0.0.1
arping -A -c 2 -I eth0 10.0.0.1
arping -U -c 1 -I eth0 10.0.0.55
arping -U -c 1 -s 10.0.0.1 -I eth0 10.0.0.1
arping -A -q -c 1 -I eth0 10.0.0.1
ip -n b neigh
