#!/bin/bash
# A datagram of which only the last fragment arrives, until the rest is no longer waited for.
ip netns add far
ip netns add near
ip link add v0 type veth peer name v1 mtu 1000 netns far
ip link add w0 type veth peer name w1 netns near
ip addr add 192.0.2.1/30 dev v0
ip addr add 192.0.2.5/30 dev w0
ip -n far addr add 192.0.2.2/30 dev v1
ip -n near addr add 192.0.2.6/30 dev w1
sysctl -qw net.ipv4.ip_forward=1
for d in v0 w0; do ip link set $d up; done
ip -n far link set v1 up
ip -n near link set w1 up
ip -n near route add default via 192.0.2.5
ip -n far route add default via 192.0.2.1
sleep 1.2
reassembly() { ip netns exec far cat /proc/net/snmp | grep '^Ip:' | cut -d' ' -f 15-18; }
ip netns exec far sysctl -w net.ipv4.ipfrag_time=2
ip netns exec far sysctl net.ipv4.ipfrag_high_thresh net.ipv4.ipfrag_low_thresh
ip netns exec near ping -c 1 -W 1 -s 2000 -M dont 192.0.2.2 | grep -o '.*received'
reassembly
sleep 3
reassembly
ip -n far link set v1 mtu 1500
ip netns exec near ping -c 1 -W 1 -s 2000 -M dont 192.0.2.2 | grep -o '.*received'
reassembly
ip -n far link show v1 | grep -o 'mtu [0-9]*'
ip netns exec far sysctl -w net.ipv4.ipfrag_high_thresh=0
ip netns exec far sysctl -w net.ipv4.ipfrag_max_dist=-1
ip netns exec near ping -c 1 -W 1 -s 60000 -M dont 192.0.2.2 | grep -o '.*received'
