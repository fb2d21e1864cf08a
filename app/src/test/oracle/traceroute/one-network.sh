#!/bin/bash
# No router at all; other ways to ask.
ip netns add b
ip link add eth0 type veth peer name eth0 netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set eth0 up
ip netns exec b sysctl -qw net.ipv4.icmp_ratemask=0
sleep 1.2
traceroute -n 10.0.0.2
traceroute -n -p 44444 10.0.0.2
traceroute -n -I 10.0.0.2
traceroute -n -U 10.0.0.2
traceroute -n -F 10.0.0.2
traceroute -n -i eth0 10.0.0.2
traceroute -n -s 10.0.0.1 10.0.0.2
traceroute -n -t 16 10.0.0.2
traceroute -n -e 10.0.0.2
traceroute -n -z 0.1 -q 2 10.0.0.2
traceroute -n -4 10.0.0.2
traceroute -n 10.0.0.1
