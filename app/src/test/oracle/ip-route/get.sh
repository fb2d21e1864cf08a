#!/bin/bash
# Which way would it go?
ip netns add r
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns r
ip addr add 10.0.0.1/24 dev eth0
ip addr add 10.0.0.7/24 dev eth0
ip -n r addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n r link set eth0 up
sleep 1.2
ip route get 10.0.0.2
ip route get 10.0.0.1
ip route get 127.0.0.1
ip route get 10.0.0.255
ip route get 224.0.0.1
ip route get 255.255.255.255
ip route get 8.8.8.8
ip route add default via 10.0.0.2
ip route get 8.8.8.8
ip route get to 8.8.8.8 from 10.0.0.7
ip route get 8.8.8.8 from 9.9.9.9
ip route get 8.8.8.8 from 9.9.9.9 iif eth0
sysctl -qw net.ipv4.ip_forward=1
ip route get 8.8.8.8 from 10.0.0.2 iif eth0
ip route get 10.0.0.1 from 10.0.0.2 iif eth0
ip route get 8.8.8.8 from 9.9.9.9 iif lo
ip route get 8.8.8.8 oif eth0
ip route get 8.8.8.8 oif lo
ip route get 8.8.8.8 mark 5 uid 0
ip route get 8.8.8.8 tos 0x10
ip route get fibmatch 8.8.8.8
ip route get fibmatch 10.0.0.2
ip -j route get 8.8.8.8
ip -d route get 8.8.8.8
ip route get
ip route get 8.8.8.8 dev nosuch
ip route get nohost
ip route get 8.8.8.8/24
