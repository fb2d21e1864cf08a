#!/bin/bash
# Errors are rationed: for one destination, and in all.
ip netns add r
ip link add eth0 type veth peer name eth0 netns r
ip addr add 10.0.0.1/24 dev eth0
ip -n r addr add 10.0.0.254/24 dev eth0
ip link set eth0 up
ip -n r link set eth0 up
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip route add default via 10.0.0.254
ip -n r route add unreachable 10.1.0.0/16
sleep 1.2
ping -c 10 -i 0.01 -W 1 10.1.0.1 | grep -c Unreachable
sleep 7
ping -c 10 -i 0.01 -W 1 -t 1 10.2.0.1 | grep -c 'Net Unreachable'
sleep 7
ip netns exec r sysctl -w net.ipv4.icmp_ratelimit=0
ping -c 10 -i 0.01 -W 1 10.1.0.1 | grep -c Unreachable
sleep 7
ip netns exec r sysctl -w net.ipv4.icmp_ratelimit=1000 net.ipv4.icmp_ratemask=0
ping -c 10 -i 0.01 -W 1 10.1.0.1 | grep -c Unreachable
sleep 7
ip -n r link set lo up
ip -n r route add 10.5.0.0/16 dev lo
ip netns exec r sysctl -w net.ipv4.icmp_ratemask=6168
for ttl in 1 1 1 1 1 1 1 1 1 1; do ping -c 1 -W 0.1 -t $ttl 10.5.0.1; done | grep -c exceeded
