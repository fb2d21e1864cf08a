#!/bin/bash
# Flags of the table as entries live and die.
ip netns add b
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ping -c 1 -W 1 10.0.0.9 | grep -o '.*received'
arp -n
cat /proc/net/arp
sleep 3
arp -n
ping -c 1 10.0.0.2 | grep -o '.*received'
arp -n | sort
ip netns exec b arp -n
arp -d 10.0.0.2
arp -n
cat /proc/net/arp
ip link set eth0 arp off
ping -c 1 -W 1 10.0.0.2 | grep -o '.*received'
arp -n
ip neigh show nud all | sort
