#!/bin/bash
# Marks, and rules that refuse answers that are too general.
ip netns add r
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns r
ip link add eth1 address 02:00:00:00:00:03 type veth peer name eth1 address 02:00:00:00:00:04 netns r
ip addr add 10.0.0.1/24 dev eth0
ip addr add 10.0.1.1/24 dev eth1
ip -n r addr add 10.0.0.2/24 dev eth0
ip -n r addr add 10.0.1.2/24 dev eth1
for i in 0 1; do ip link set eth$i up; ip -n r link set eth$i up; done
sleep 1.2
ip route add default via 10.0.0.2
ip route add default via 10.0.1.2 table 42
ip rule add fwmark 1 table 42
ip route get 8.8.8.8
ip route get 8.8.8.8 mark 1
ip route get 8.8.8.8 mark 2
ip rule add not fwmark 1 table 42 pref 90
ip route get 8.8.8.8 mark 2
ip rule add table main suppress_prefixlength 0 pref 80
ip rule
ip route get 8.8.8.8 mark 2
ip route get 10.0.0.2 mark 2
ip rule add table 42 suppress_ifgroup default pref 70
ip rule
ip route get 8.8.8.8
ip rule flush
ip rule
ip route get 10.0.0.2
ip rule add table main
ip route get 10.0.0.2
ip rule
