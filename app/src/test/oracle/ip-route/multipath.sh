#!/bin/bash
# Several next hops.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link set eth0 up
ip link set eth1 up
ip addr add 10.0.0.1/24 dev eth0
ip addr add 10.0.1.1/24 dev eth1
sleep 1.2
ip route add 10.8.0.0/16 nexthop via 10.0.0.2 nexthop via 10.0.1.2
ip route add 10.9.0.0/16 proto static nexthop via 10.0.0.2 weight 3 nexthop via 10.0.1.2 dev eth1 weight 7
ip route
ip -o route show 10.9.0.0/16
ip -j route show 10.9.0.0/16
ip route add 10.10.0.0/16 nexthop via 10.0.0.2 nexthop via 172.16.0.1
ip route add 10.10.0.0/16 nexthop via 10.0.0.2 weight 0
ip route add 10.10.0.0/16 nexthop via 10.0.0.2 weight 257
ip route add 10.10.0.0/16 nexthop
ip route add 10.11.0.0/16 nexthop via 10.0.0.2
ip route add 10.12.0.0/16 nexthop dev eth0 nexthop dev eth1 onlink
ip route show 10.11.0.0/16
ip route show 10.12.0.0/16
ip route append 10.8.0.0/16 via 10.0.0.77
ip route del 10.8.0.0/16 nexthop via 10.0.0.2 nexthop via 10.0.1.2
ip route show 10.8.0.0/16
ip link set eth1 down
sleep 1.2
ip route
ip link set eth1 up
sleep 1.2
ip route
