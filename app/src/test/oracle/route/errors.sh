#!/bin/bash
# What route says to mistakes.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
route add default gw 10.0.0.254
ip addr add 10.0.0.1/24 dev eth0
ip link set eth0 up
ip link set eth1 up
route add
route add -net 10.1.0.0 gw 10.0.0.2
route add -net 10.1.0.1/16 gw 10.0.0.2
route add -net 10.1.0.0/16 gw 192.168.1.1
route add -net 10.1.0.0/16 gw 10.0.0.300
route add -net 10.1.0.0/16 dev nosuch
route add -net 10.1.0.0/16
route add -net 10.1.0.0/33 gw 10.0.0.2
route add -host 10.1.0.0/16 gw 10.0.0.2
route add default gw 10.0.0.2
route add default gw 10.0.0.2
route del -net 10.66.0.0/16
route del default gw 10.0.0.9
route add -net nowhere gw 10.0.0.2
route add -net 10.1.0.0/16 gw 10.0.0.2 metric x
route add -net 10.1.0.0 netmask 255.0.255.0 gw 10.0.0.2
route frobnicate 2>&1 | head -n 2
route -n
route -V | head -n 1
