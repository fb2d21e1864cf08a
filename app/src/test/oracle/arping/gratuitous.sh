#!/bin/bash
# Announcements, and what others learn from them.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
arping -U -c 1 -I eth0 10.0.0.1
ip -n b neigh
ip netns exec b sysctl -qw net.ipv4.conf.eth0.arp_accept=1
arping -U -c 1 -I eth0 10.0.0.1
ip -n b neigh
arping -A -c 1 -I eth0 10.0.0.1
ip -n b neigh
ip link set eth0 address 02:00:00:00:00:cc
sleep 1.2
arping -U -c 1 -I eth0 10.0.0.1
ip -n b neigh
arping -c 1 -U -I eth0 10.0.0.77
ip -n b neigh | sort
