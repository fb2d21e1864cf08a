#!/bin/bash
# What the columns mean.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip addr add 10.0.0.1/24 dev eth0
ip link set eth0 up
ip link set eth1 up
sleep 1.2
route add -net 10.1.0.0/16 gw 10.0.0.2 mss 1200 window 4096 irtt 300
route add -net 10.2.0.0/16 gw 10.0.0.2 metric 33 dev eth0
route -n -ee
ip route
ip route add blackhole 10.3.0.0/16
ip route add prohibit 10.4.0.0/16
ip route add 10.5.0.0/16 nexthop via 10.0.0.2 nexthop via 10.0.0.3
route -n
route -n -A inet
cat /proc/net/route
ip link set eth0 down
route -n
