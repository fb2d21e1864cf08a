#!/bin/bash
# Deadlines and what is missing.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ping -w 1 -c 3 10.0.0.9
sleep 4
ping -w 2 -i 0.5 -q 10.0.0.9
sleep 4
ping -W 0.2 -c 2 -i 0.3 10.0.0.9
ip netns exec b ip link set eth0 arp off
ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:bb dev eth0
ping -W 0.3 -c 2 -i 0.3 10.0.0.2
ping -W 0.3 -c 2 -i 0.3 -O 10.0.0.2
ping -W 0.3 -c 2 -i 0.3 -q -O 10.0.0.2
ping -w 1 -i 0.4 10.0.0.2
ping -w 0.5 -i 0.4 10.0.0.2
