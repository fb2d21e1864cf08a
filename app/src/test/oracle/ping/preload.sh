#!/bin/bash
# Several requests before the first answer.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ping -c 3 -l 3 10.0.0.2
ping -c 5 -l 2 -i 0.2 -q 10.0.0.2
ping -c 4 -A 10.0.0.2
ping -c 2 -a -i 0.2 10.0.0.2
ping -c 3 -f 10.0.0.2 | tail -n 3
ping -c 3 -f -i 0.01 -q 10.0.0.2 | head -n 1
ping -c 3 -f 10.0.0.9 -W 1 | tail -n 3
