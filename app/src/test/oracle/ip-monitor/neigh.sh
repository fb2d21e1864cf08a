#!/bin/bash
# Neighbours by hand and by traffic.
ip netns add b
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ip monitor neigh >events 2>&1 &
sleep 0.5
ping -c 1 10.0.0.2 | grep -c 'bytes from'
ip neigh add 10.0.0.3 lladdr 02:00:00:00:00:03 dev eth0
ip neigh replace 10.0.0.3 lladdr 02:00:00:00:00:04 dev eth0
ip neigh del 10.0.0.3 dev eth0
ping -c 1 -W 1 10.0.0.99 | grep -c 'bytes from'
sleep 3
ip neigh del 10.0.0.99 dev eth0
ip neigh flush dev eth0
sleep 0.3
kill $!
wait $! 2>/dev/null
cat events
