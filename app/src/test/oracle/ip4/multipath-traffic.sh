#!/bin/bash
# Flows over two equal ways.
for n in a r b; do ip netns add $n; done
for i in 0 1; do
    ip link add eth$i netns a type veth peer name a$i netns r
    ip -n a link set eth$i up
    ip -n r link set a$i up
    ip -n a addr add 10.0.$i.1/24 dev eth$i
    ip -n r addr add 10.0.$i.254/24 dev a$i
done
ip -n r link set lo up
ip -n r addr add 10.9.0.1/32 dev lo
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip -n a route add 10.9.0.0/24 nexthop via 10.0.0.254 nexthop via 10.0.1.254
sleep 1.2
ip -n a route
ip netns exec a ping -c 2 -i 0.2 -I 10.0.0.1 10.9.0.1 | grep -o '.*received'
for i in $(seq 2 40); do ip -n r addr add 10.9.0.$i/32 dev lo; done
for i in $(seq 2 40); do ip netns exec a ping -c 1 -W 1 10.9.0.$i; done | grep -c 'bytes from'
both() { for i in 0 1; do n=$(ip netns exec a cat /sys/class/net/eth$i/statistics/tx_packets); [ $n -gt 5 ] && echo eth$i is used; done; }
both
ip -n a link set eth1 down
ip -n a route
for i in $(seq 2 40); do ip netns exec a ping -c 1 -W 1 10.9.0.$i; done | grep -c 'bytes from'
ip -n a link set eth1 up
sleep 1.2
ip -n a route
ip netns exec a sysctl -w net.ipv4.fib_multipath_hash_policy=1
ip netns exec a sysctl -w net.ipv4.fib_multipath_hash_policy=9
