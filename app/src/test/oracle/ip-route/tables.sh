#!/bin/bash
# Numbered and named tables.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link set eth0 up
ip link set eth1 up
ip addr add 10.0.0.1/24 dev eth0
sleep 1.2
ip route show table 100
ip route add default via 10.0.0.2 table 100
ip route add 10.9.0.0/16 dev eth0 table 100
ip route add default via 10.0.0.3 table 4000000000
ip route add default via 10.0.0.4 table default
ip route add 10.8.0.0/16 via 10.0.0.5 table local
ip route
ip route show table 100
ip route show table default
ip route list table 253
ip route show table local
ip route show table all
ip -j route show table all
ip route flush table 100
ip route show table 100
ip route del default table 4000000000
ip route show table nosuch
ip route add 10.7.0.0/16 dev eth0 table nosuch
ip route show table main
ip route show table 0
ip route del 10.8.0.0/16 table local
ip route show table all type unicast
