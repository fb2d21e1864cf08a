#!/bin/bash
# arping's options.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
arping -h
arping
arping -c 0 -I eth0 10.0.0.2
arping -c x -I eth0 10.0.0.2
arping -w x -I eth0 10.0.0.2
arping -i x -I eth0 10.0.0.2
arping -Z 10.0.0.2
arping -I eth0 10.0.0.2 10.0.0.3
arping -c 1 -I nosuch 10.0.0.2
arping -c 1 -I lo 10.0.0.2
arping -c 1 -I eth0 -s 10.0.0.77 10.0.0.2
arping -c 1 -I eth0 -s x 10.0.0.2
arping -c 2 -q -I eth0 10.0.0.2
arping -f -c 3 -I eth0 10.0.0.2
arping -f -w 2 -I eth0 10.0.0.2
arping -w 1 -I eth0 10.0.0.9
arping -c 2 -i 2 -I eth0 10.0.0.2
arping -c 2 -b -I eth0 10.0.0.2
arping -c 1 10.0.0.2
arping -V
