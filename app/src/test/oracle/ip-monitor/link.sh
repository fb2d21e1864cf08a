#!/bin/bash
# Devices announce themselves.
ip monitor link >events 2>&1 &
sleep 0.5
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link set eth0 mtu 1400
ip link set eth0 name lan
ip link set lan alias text
ip link set lan address 02:00:00:00:00:05
sleep 0.5
ip link del lan
sleep 0.5
kill $!
wait $! 2>/dev/null
cat events
