#!/bin/bash
# arp(8) listings.
ip netns add b
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
arp -n
ping -c 1 10.0.0.2 | grep -o '.*received'
arp -n
arp -a -n
arp -an 10.0.0.2
arp -n 10.0.0.2
arp -n 10.0.0.77
arp -e -n
arp -n -i eth0
arp -n -i lo
arp -v -n
ip neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev eth0
ip neigh add 10.0.0.8 dev eth0 lladdr 02:00:00:00:00:08 nud stale
arp -n | sort
cat /proc/net/arp | sort
