#!/bin/bash
# Nobody answers.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ping -c 1 -W 1 10.0.0.9
ip neigh
sleep 3
ip neigh
ping -c 4 10.0.0.9
ip neigh show nud failed
ip -s link show eth0 | tail -n 1
ip neigh add 10.0.0.9 lladdr 02:00:00:00:00:99 dev eth0
ip neigh replace 10.0.0.9 lladdr 02:00:00:00:00:99 dev eth0
ping -c 1 -W 1 10.0.0.9
ip neigh
ip neigh del 10.0.0.9 dev eth0
ip neigh
