#!/bin/bash
# What ip route says to mistakes.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip addr add 10.0.0.1/24 dev eth0
ip route add 10.1.0.0/16 via 10.0.0.2
ip link set eth0 up
ip link set eth1 up
sleep 1.2
ip route add
ip route add default
ip route add 10.1.0.0/16
ip route add 10.1.0.1/16 via 10.0.0.2
ip route add 10.1.0.0/33 via 10.0.0.2
ip route add 10.1.0.0/16 via 10.0.0.300
ip route add 10.1.0.0/16 via 192.168.1.1
ip route add 10.1.0.0/16 dev nosuch
ip route add 10.1.0.0/16 via 10.0.0.1
ip route add 10.1.0.0/16 via 10.0.0.255
ip route add 10.1.0.0/16 via 10.0.0.2 dev eth1
ip route add 10.1.0.0/16 via 10.0.0.2 mtu x
ip route add 10.1.0.0/16 via 10.0.0.2 metric -1
ip route add 10.1.0.0/16 via 10.0.0.2 scope mars
ip route add 10.1.0.0/16 via 10.0.0.2 proto nothing
ip route add 10.1.0.0/16 10.2.0.0/16 via 10.0.0.2
ip route add 10.1.0.0/16 via 10.0.0.2 via 10.0.0.3
ip route add blackhole 10.1.0.0/16 via 10.0.0.2
ip route add blackhole
ip route add 10.1.0.0/16 via
ip route del 10.66.0.0/16
ip route del
ip route foo
ip route show dev nosuch
ip route add 10.1.0.0/16 dev eth0 src 10.9.9.9
ip route add frobnicate via 10.0.0.2
ip route
