#!/bin/bash
# Record route and timestamps.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ping -c 1 -R 10.0.0.2
ping -c 2 -i 0.2 -R 10.0.0.2
ping -c 1 -n -R 10.0.0.2
ping -c 1 -T tsonly 10.0.0.2 | sed 's/[0-9]* absolute/N absolute/; s/\t-\{0,1\}[0-9]*$/ N/'
ping -c 1 -T tsandaddr 10.0.0.2 | sed 's/[0-9]* absolute/N absolute/; s/\t-\{0,1\}[0-9]*$/ N/'
ping -c 1 -T maybe 10.0.0.2
ping -c 1 -R -T tsonly 10.0.0.2
ping -c 1 -R -s 1500 10.0.0.2 | grep -o '.*loss'
