#!/bin/bash
# Hairpin: a host reaches a server of its own network by the router's outer address.
set -e
ip netns add client; ip netns add server; ip netns add router
ip -n router link add br0 type bridge
for host in client server; do
    ip link add eth0 netns $host type veth peer name $host netns router
    ip -n router link set $host master br0 up
    ip -n $host link set eth0 up
done
ip -n router link set br0 up
ip -n router link add wan0 type dummy 2>/dev/null || ip -n router link add wan0 type veth peer name wan1
ip -n router addr add 10.1.1.1/24 dev br0
ip -n router addr add 192.0.2.1/24 dev wan0
ip -n router link set wan0 up
ip -n client addr add 10.1.1.2/24 dev eth0
ip -n server addr add 10.1.1.3/24 dev eth0
ip -n client route add default via 10.1.1.1
ip netns exec router sysctl -qw net.ipv4.ip_forward=1

ip netns exec router iptables -t nat -A PREROUTING -d 192.0.2.1 -p icmp -j DNAT --to-destination 10.1.1.3
ip netns exec router iptables -t nat -A POSTROUTING -s 10.1.1.0/24 -d 10.1.1.3 -j MASQUERADE

ip netns exec client ping -c 3 192.0.2.1
ip netns exec router conntrack -L
