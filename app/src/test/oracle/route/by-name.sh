#!/bin/bash
# Names of networks and hosts where there are none.
ip link set lo up
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip addr add 10.0.0.1/24 dev eth0
ip link set eth0 up
ip link set eth1 up
sleep 1.2
route add default gw 10.0.0.254 eth0
route
route -n
route add -net 192.168.0.0/16 dev eth0
route add -net 224.0.0.0/4 dev eth0
route -n
ip route get 192.168.3.4
route del -net 192.168.0.0 netmask 255.255.0.0
route del -net 224.0.0.0/4
route del default gw 10.0.0.254
route -n
