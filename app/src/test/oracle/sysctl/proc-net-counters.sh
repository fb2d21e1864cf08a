#!/bin/bash
# What the protocols have counted, after traffic of many kinds.
ip netns add b
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
ip addr add 10.0.0.1/24 broadcast + dev eth0
ip -n b addr add 10.0.0.2/24 broadcast + dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ip netns exec b sysctl -qw net.ipv4.icmp_echo_ignore_broadcasts=0
ping -c 2 10.0.0.2 | grep -o '.*received'
ping -c 1 -s 4000 10.0.0.2 | grep -o '.*received'
ping -c 1 -b 10.0.0.255 2>&1 | grep -o '.*received'
ping -c 1 224.0.0.1 2>&1 | grep -o '.*received'
ping -c 1 -W 1 10.0.0.9 | grep -o '.*received.*packet loss'
ping -c 1 10.7.7.7
ping -c 1 -M do -s 3000 10.0.0.2 2>&1 | grep -o '.*received.*packet loss'
traceroute -n -q 1 10.0.0.2 | tail -n 1 | cut -d' ' -f1-4
sleep 4
cat /proc/net/snmp
cat /proc/net/netstat | grep IpExt
ip netns exec b cat /proc/net/snmp
ip netns exec b cat /proc/net/netstat | grep IpExt
cat /proc/net/dev | cut -c1-150
tail -n +3 /proc/net/sockstat
grep -v 3333 /proc/net/dev_mcast
