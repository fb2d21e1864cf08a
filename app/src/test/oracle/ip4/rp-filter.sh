#!/bin/bash
# Reverse path filtering: off, strict, loose; and the martians.
ip netns add a
ip netns add r
ip link add eth0 netns a address 02:00:00:00:00:01 type veth peer name e0 address 02:00:00:00:01:01 netns r
ip link add eth1 netns a address 02:00:00:00:00:02 type veth peer name e1 address 02:00:00:00:01:02 netns r
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n a addr add 10.0.1.1/24 dev eth1
ip -n r addr add 10.0.0.254/24 dev e0
ip -n r addr add 10.0.1.254/24 dev e1
for i in 0 1; do ip -n a link set eth$i up; ip -n r link set e$i up; done
sleep 1.2
try() { ip netns exec a ping -c 1 -W 1 -I $1 $2 | grep -o '.*received'; }
set_all() { for d in all default e0 e1; do ip netns exec r sysctl -qw net.ipv4.conf.$d.rp_filter=$1; done; }
for mode in 0 1 2; do
    set_all $mode
    ip -n r neigh flush all
    try 10.0.0.1 10.0.0.254
    ip -n a route add 10.0.9.0/24 via 10.0.1.254 2>/dev/null
    ip -n r addr add 10.0.9.9/32 dev e0 2>/dev/null
    try 10.0.0.1 10.0.9.9
done
ip netns exec r sysctl -w net.ipv4.conf.e1.rp_filter=0 net.ipv4.conf.all.rp_filter=1
try 10.0.0.1 10.0.9.9
ip -n r addr add 10.0.7.7/32 dev e0
ip -n r route get 10.0.7.7 from 10.0.0.1 iif e1
ip -n r route get 10.0.7.7 from 10.0.1.1 iif e1
ip -n r route get 10.0.7.7 from 127.0.0.1 iif e1
ip -n r route get 10.0.7.7 from 224.0.0.1 iif e1
ip -n r route get 10.0.7.7 from 10.0.0.254 iif e1
ip netns exec r sysctl -w net.ipv4.conf.all.rp_filter=2
ip -n r route get 10.0.7.7 from 99.0.0.1 iif e1
ip netns exec r cat /proc/net/netstat | grep '^IpExt:' | head -n 1 | cut -d' ' -f 2
