#!/bin/bash
# ICMP errors with the packet that caused them.
ip netns add r
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns r
ip addr add 10.0.0.1/24 dev eth0
ip -n r addr add 10.0.0.254/24 dev eth0
ip link set eth0 up
ip -n r link set eth0 up
ip netns exec r sysctl -qw net.ipv4.ip_forward=1 net.ipv4.icmp_ratemask=0
ip route add default via 10.0.0.254
ip -n r route add unreachable 10.1.0.0/16
ip -n r route add prohibit 10.2.0.0/16
sleep 1.2
tcpdump -i eth0 -ntv icmp >seen 2>/dev/null &
tcpdump -i eth0 -nt icmp >brief 2>/dev/null &
sleep 0.8
ping -c 1 -W 1 -t 1 10.1.0.1 | sed -n 2p
sleep 1
ping -c 1 -W 1 -s 0 10.1.0.1 | sed -n 2p
sleep 1
ping -c 1 -W 1 -Q 0xb8 10.2.0.1 | sed -n 2p
sleep 1
ping -c 1 -W 1 10.3.0.1 | sed -n 2p
sleep 1
traceroute -n -q 1 --sport=40000 10.0.0.254
sleep 1.5
kill -INT %1 %2
wait
cat brief
cat seen
