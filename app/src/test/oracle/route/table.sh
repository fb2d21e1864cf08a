#!/bin/bash
# route(8): listing and the usual entries.
ip netns add b
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
ip link set eth0 up
ip -n b link set eth0 up
route -n
ip addr add 10.0.0.1/24 dev eth0
route -n
route add default gw 10.0.0.254
route add -net 10.1.0.0/16 gw 10.0.0.2
route add -net 10.2.0.0 netmask 255.255.0.0 gw 10.0.0.2 metric 5
route add -host 10.3.3.3 dev eth0
route add -host 10.4.4.4 gw 10.0.0.3
route add -net 10.5.0.0/16 reject
route -n
route -ne
route -n -ee
ip route
route del -net 10.1.0.0/16
route del -host 10.3.3.3
route del default
route del -net 10.5.0.0/16 reject
route -n
route add default dev eth0
route -n | tail -n +3 | sort
