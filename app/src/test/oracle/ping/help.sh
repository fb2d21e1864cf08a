#!/bin/bash
# ping's help, and options it does not know.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ping -h
ping --help
ping -Z 10.0.0.2
ping -c
ping -c 1 10.0.0.2 -q | sed -n 2p
