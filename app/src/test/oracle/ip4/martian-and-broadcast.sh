#!/bin/bash
# Directed broadcasts, and packets that must not be.
for n in a r b; do ip netns add $n; done
ip link add eth0 netns a type veth peer name ra netns r
ip link add eth0 netns b type veth peer name rb netns r
ip -n a addr add 10.0.1.1/24 dev eth0
ip -n b addr add 10.0.2.1/24 brd + dev eth0
ip -n r addr add 10.0.1.254/24 brd + dev ra
ip -n r addr add 10.0.2.254/24 brd + dev rb
for n in a b; do ip -n $n link set eth0 up; ip -n r link set r$n up; done
ip -n a route add default via 10.0.1.254
ip -n b route add default via 10.0.2.254
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip netns exec b sysctl -qw net.ipv4.icmp_echo_ignore_broadcasts=0
sleep 1.2
ip netns exec a ping -c 1 -W 1 10.0.2.1 | grep -o '.*received'
ip netns exec a ping -c 1 -W 1 10.0.2.255 | grep -o '.*received\|From.*'
ip -n r route get 10.0.2.255 from 10.0.1.1 iif ra
ip netns exec r sysctl -w net.ipv4.conf.all.bc_forwarding=1 net.ipv4.conf.ra.bc_forwarding=1
ip netns exec a ping -c 1 -W 1 10.0.2.255 | grep -o '.*received\|From.*'
ip netns exec a ping -c 1 -W 1 10.0.2.0 | grep -o '.*received\|From.*'
ip -n r route get 10.0.2.1 from 10.0.1.255 iif ra
ip -n r route get 10.0.2.1 from 0.0.0.0 iif ra
ip -n r route get 127.0.0.1 from 10.0.1.1 iif ra
ip -n r route get 240.0.0.1 from 10.0.1.1 iif ra
ip -n r route get 255.255.255.255 from 10.0.1.1 iif ra
ip -n r route get 224.0.0.5 from 10.0.1.1 iif ra
