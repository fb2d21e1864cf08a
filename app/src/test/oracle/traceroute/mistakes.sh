#!/bin/bash
# What traceroute says to mistakes.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
traceroute
traceroute -m 256 10.0.0.2
traceroute -m 0 10.0.0.2
traceroute -f 0 10.0.0.2
traceroute -f 31 10.0.0.2
traceroute -q 0 10.0.0.2
traceroute -q 11 10.0.0.2
traceroute -q x 10.0.0.2
traceroute -w x 10.0.0.2
traceroute -w -1 10.0.0.2
traceroute -p x 10.0.0.2
traceroute -s x 10.0.0.2
traceroute -i nosuch -n -q 1 10.0.0.2
traceroute -Z 10.0.0.2
traceroute --nosuch 10.0.0.2
traceroute 10.0.0.2 x
traceroute -n -q 1 10.9.9.9
traceroute -M nosuch 10.0.0.2
traceroute 10.0.0.2 40 50
