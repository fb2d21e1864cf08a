#!/bin/bash
# A router that passes on broadcasts for a network behind it.
for n in a r b; do ip netns add $n; done
ip link add eth0 netns a type veth peer name ra netns r
ip link add eth0 netns b type veth peer name rb netns r
ip -n a addr add 10.0.1.1/24 dev eth0
ip -n b addr add 10.0.2.1/24 brd + dev eth0
ip -n r addr add 10.0.1.254/24 brd + dev ra
ip -n r addr add 10.0.2.254/24 brd + dev rb
for n in a b; do ip -n $n link set eth0 up; ip -n r link set r$n up; done
ip -n a route add default via 10.0.1.254
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
sleep 1.2
ip netns exec r sysctl -w net.ipv4.conf.all.bc_forwarding=1 net.ipv4.conf.ra.bc_forwarding=1
ip -n r route get 10.0.2.255 from 10.0.1.1 iif ra
ip -n r route get 10.0.1.255 from 10.0.1.1 iif ra
ip netns exec a ping -c 1 -W 1 -b -t 1 10.0.2.255 | grep From
ip netns exec r cat /proc/net/snmp | grep '^Ip:' | cut -d' ' -f 2,4-8
