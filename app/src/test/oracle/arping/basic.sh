#!/bin/bash
# Asking for addresses at the second layer.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
arping -c 1 -I eth0 10.0.0.2
arping -c 2 -i 0.3 -I eth0 10.0.0.2
arping -f -I eth0 10.0.0.2
arping -q -c 1 -I eth0 10.0.0.2
arping -b -c 2 -I eth0 10.0.0.2
arping -c 1 10.0.0.2
arping -c 1 -s 10.0.0.1 -I eth0 10.0.0.2
arping -w 2 -I eth0 10.0.0.9
arping -c 2 -I eth0 10.0.0.9
ip neigh
ip -n b neigh
