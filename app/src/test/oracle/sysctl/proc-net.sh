#!/bin/bash
# /proc/net.
ip netns add b
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ip route add default via 10.0.0.2
ip route add 10.9.0.0/16 via 10.0.0.3 metric 7
ip route add unreachable 10.8.0.0/16
ping -c 1 10.0.0.2 | grep -o '.*received'
cat /proc/net/dev
cat /proc/net/arp
cat /proc/net/route
cat /proc/net/igmp | head -n 5
ip netns exec b cat /proc/net/dev | tail -n 2
ip netns exec b cat /proc/net/route
ls /proc/net/route /proc/self/net/arp
cat /proc/net/snmp | grep '^Icmp:' | cut -d' ' -f1-6
cat /proc/net/snmp | grep '^Ip:' | cut -d' ' -f1-5
