#!/bin/bash
# Everything at once, with labels.
ip monitor all >events 2>&1 &
sleep 0.5
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip addr add 10.0.0.1/24 dev eth0
ip link set eth1 up
sleep 1.2
ip link set eth0 up
sleep 1.2
ip rule add from 10.0.0.0/24 table 5
ip rule del from 10.0.0.0/24 table 5
ip neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev eth0
ip route add 10.1.0.0/16 via 10.0.0.9
ip netns add red
ip netns set red 4
ip link set eth0 down
sleep 1.2
ip link del eth0
sleep 0.3
kill $!
wait $! 2>/dev/null
cat events
