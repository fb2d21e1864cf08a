#!/bin/bash
# The ends of ping's ranges.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ping -c 1 -i 0.001 10.0.0.2 | tail -n 2 | grep -o '.*loss'
ping -c 2 -i 0 10.0.0.2 | grep -o '.*loss'
ping -c -1 10.0.0.2
ping -c 9223372036854775808 10.0.0.2
ping -c 1x 10.0.0.2
ping -c 1 -i -1 10.0.0.2
ping -c 1 -i 1e10 10.0.0.2
ping -s 65508 -c 1 10.0.0.2
ping -s 9999999999 -c 1 10.0.0.2
ping -s 12x -c 1 10.0.0.2
ping -t 0 -c 1 10.0.0.2
ping -t -1 -c 1 10.0.0.2
ping -t 255 -c 1 10.0.0.2 | sed -n 2p
ping -W 0 -c 1 10.0.0.2 | sed -n 2p
ping -W -1 -c 1 10.0.0.2
ping -c 1 -w -1 10.0.0.2
ping -c 1 -w x 10.0.0.2
ping -l 0 -c 1 10.0.0.2
ping -l 70000 -c 1 10.0.0.2
ping -l x -c 1 10.0.0.2
ping -m x -c 1 10.0.0.2
ping -S x -c 1 10.0.0.2
ping -Q 256 -c 1 10.0.0.2
ping -Q x -c 1 10.0.0.2
ping -Q -1 -c 1 10.0.0.2
ping -e 70000 -c 1 10.0.0.2
ping -e x -c 1 10.0.0.2
