#!/bin/bash
# Patterns, sizes and what they say.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ping -c 1 -p ff 10.0.0.2
ping -c 1 -p 0102030405060708090a0b0c0d0e0f10 10.0.0.2
ping -c 1 -p 0102030405060708090a0b0c0d0e0f1011 10.0.0.2
ping -c 1 -p f 10.0.0.2
ping -c 1 -p 123 -s 4 10.0.0.2
ping -c 1 -p g 10.0.0.2
ping -c 1 -p '' 10.0.0.2
ping -c 1 -s 15 10.0.0.2
ping -c 1 -s 16 10.0.0.2
ping -c 2 -i 0.2 -s 0 -q 10.0.0.2
ping -c 1 -s 1 -v 10.0.0.2 | grep -v '^ping: sock'
