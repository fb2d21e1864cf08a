#!/bin/bash
# Routes while the cable is out.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip addr add 10.0.0.1/24 dev eth0
ip link set eth0 up
sleep 1.2
ip route
ip route add 10.1.0.0/16 via 10.0.0.2
ip route add 10.3.0.0/16 dev eth1
ip route
ip route get 10.1.0.1
sysctl -w net.ipv4.conf.eth0.ignore_routes_with_linkdown=1
ip route
ip route get 10.1.0.1
ip link set eth1 up
sleep 1.2
ip route
ip route get 10.1.0.1
ip link set eth0 down
ip route
ip link set eth0 up
sleep 1.2
ip route
ip -j route show table local
