#!/bin/bash
# Rules that end the search, seen by packets.
ip netns add r
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns r
ip addr add 10.0.0.1/24 dev eth0
ip -n r addr add 10.0.0.2/24 dev eth0
ip -n r addr add 10.0.0.3/24 dev eth0
ip link set eth0 up
ip -n r link set eth0 up
sleep 1.2
ip rule add to 10.0.0.3 prohibit
ip rule
ping -c 1 -W 1 10.0.0.2 | grep -c 'bytes from'
ping -c 1 -W 1 10.0.0.3
ip rule del to 10.0.0.3 prohibit
ip rule add to 10.0.0.3 unreachable pref 10
ping -c 1 -W 1 10.0.0.3
ip rule del pref 10
ip rule add to 10.0.0.3 blackhole pref 11
ip rule
ping -c 1 -W 1 10.0.0.3
ip route get 10.0.0.3
ip rule add to 10.0.0.3 pref 5 goto 20
ip rule add pref 20 nop
ip rule
ping -c 1 -W 1 10.0.0.3 | grep -c 'bytes from'
ip rule del pref 20
ip rule
ip -j rule
