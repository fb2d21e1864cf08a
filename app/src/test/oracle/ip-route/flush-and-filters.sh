#!/bin/bash
# Choosing routes, to show them or to flush them.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link set eth0 up
ip link set eth1 up
ip addr add 10.0.0.1/24 dev eth0
sleep 1.2
for i in 1 2 3; do
    ip route add 10.$i.0.0/16 via 10.0.0.$((i + 1)) proto static
    ip route add 10.$i.$i.0/24 via 10.0.0.99 metric $i
done
ip route show root 10.1.0.0/16
ip route show match 10.1.1.1
ip route show exact 10.1.0.0/16
ip route show root 10.1.0.0/16 match 10.1.1.0/24
ip route list 10.2.2.0/24
ip route ls dev eth0 via 10.0.0.99
ip -s route flush proto static
ip route
ip -s -s route flush via 10.0.0.99 metric 2
ip route flush root 10.3.0.0/16
ip route
ip route flush
ip -s route flush 10.77.0.0/16
ip route flush cache
ip route show cache
ip route flush dev eth0
ip route
