#!/bin/bash
# A datagram that never becomes whole.
ip netns add b
ip link add eth0 type veth peer name eth0 netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set eth0 up mtu 1500
ip -n b link set eth0 up
sleep 1.2
ip netns exec b sysctl -w net.ipv4.ipfrag_time=2
ip netns exec b sysctl net.ipv4.ipfrag_high_thresh net.ipv4.ipfrag_low_thresh
ping -c 1 -s 3000 10.0.0.2 | grep -o '.*received'
ip netns exec b sysctl -w net.ipv4.ipfrag_high_thresh=0
ping -c 1 -W 1 -s 3000 10.0.0.2 | grep -o '.*received'
ping -c 1 -W 1 -s 1000 10.0.0.2 | grep -o '.*received'
ip netns exec b cat /proc/net/snmp | grep '^Ip:' | cut -d' ' -f 15-18
ip netns exec b sysctl -w net.ipv4.ipfrag_high_thresh=4194304
ping -c 1 -W 1 -s 3000 10.0.0.2 | grep -o '.*received'
ip -n b link set eth0 mtu 1000
ping -c 1 -W 1 -s 1300 10.0.0.2 | grep -o '.*received'
ip link set eth0 mtu 1000
ping -c 1 -W 1 -s 1300 10.0.0.2 | grep -o '.*received'
