#!/bin/bash
# traceroute's options on one hop.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
traceroute -n -q 1 10.0.0.2
traceroute -n -q 3 -m 1 10.0.0.2
traceroute -n -I -q 2 10.0.0.2
traceroute -n -U -q 1 10.0.0.2
traceroute -n -U -p 5000 -q 1 10.0.0.2
traceroute -n -p 40000 -q 1 10.0.0.2
traceroute -n -f 2 -m 1 10.0.0.2
traceroute -n -f 2 -m 3 -q 1 10.0.0.2
traceroute -n -w 0.3 -q 1 -m 2 10.0.0.9
traceroute -n -q 1 10.0.0.2 100
traceroute -n -q 1 10.0.0.2 20
traceroute -n -q 1 10.0.0.2 70000
traceroute -n -F -q 1 10.0.0.2 2000
traceroute -n -N 1 -q 2 10.0.0.2
traceroute -n -i eth0 -q 1 10.0.0.2
traceroute -n -s 10.0.0.1 -q 1 10.0.0.2
traceroute -n -s 10.0.0.7 -q 1 10.0.0.2
traceroute -n -t 16 -q 1 10.0.0.2
