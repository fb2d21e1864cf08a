#!/bin/bash
# Addresses, and the routes that come and go with them.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip addr add 10.0.0.1/24 dev eth0
ip addr show eth0
ip route show table all
ip link set eth0 up
ip link set eth1 up
sleep 1.2
ip addr show dev eth0
ip route show table all
ip addr add 10.0.0.1/24 dev eth0
ip addr add 192.168.7.7 dev eth0
ip addr show eth0
ip route show table local
ip addr del 10.0.0.1/24 dev eth0
ip addr del 10.0.0.1/24 dev eth0
ip addr del 192.168.7.7/32 dev eth0
ip addr
ip route show table all
ip link set lo up
ip addr show lo
ip route show table local
