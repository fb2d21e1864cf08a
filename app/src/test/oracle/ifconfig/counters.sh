#!/bin/bash
# Counters and units.
ip netns add b
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
ifconfig lo 127.0.0.1
ifconfig eth0 10.0.0.1/24
ip netns exec b ifconfig eth0 10.0.0.2/24
sleep 1.2
ping -q -c 10 -i 0.01 -s 1000 10.0.0.2 | grep -o '.*received'
ping -q -c 10 -i 0.01 -s 30000 127.0.0.1 | grep -o '.*received'
ifconfig eth0
ifconfig lo
ifconfig -s
ip netns exec b ifconfig eth0 | grep packets
cat /proc/net/dev
ip -s link show lo
