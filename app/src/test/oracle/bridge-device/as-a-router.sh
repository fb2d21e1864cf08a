#!/bin/bash
# The bridge with an address: hosts behind it, a router on it.
for n in 1 2; do ip netns add h$n; done
ip link add br0 address 02:00:00:00:00:10 type bridge mcast_snooping 0
ip link add br1 address 02:00:00:00:00:11 type bridge mcast_snooping 0
for n in 1 2; do
    ip link add p$n address 02:00:00:00:00:0$n type veth peer name eth0 address 02:00:00:00:00:a$n netns h$n
    ip link set p$n master br$((n - 1)) up
    ip -n h$n link set eth0 up
    ip -n h$n addr add 10.0.$n.2/24 dev eth0
    ip addr add 10.0.$n.1/24 brd + dev br$((n - 1))
    ip link set br$((n - 1)) up
    ip -n h$n route add default via 10.0.$n.1
done
sysctl -w net.ipv4.ip_forward=1
sleep 1.2
ip netns exec h1 ping -c 2 -i 0.2 10.0.1.1
ip netns exec h1 ping -c 2 -i 0.2 10.0.2.2
ip neigh | sort
ip -s link show br0
ip -s link show p1
ip route
bridge fdb show dev p2 | grep a2
arp -n | sort
