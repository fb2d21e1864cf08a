#!/bin/bash
# Secondary addresses die with their primary, unless they are promoted.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link set eth0 up
ip link set eth1 up
ip addr add 10.0.0.1/24 dev eth0
ip addr add 10.0.0.2/24 dev eth0
ip addr add 10.0.0.3/24 dev eth0
ip addr add 10.0.0.4/25 dev eth0
sleep 1.2
ip addr show eth0
ip addr show eth0 secondary
ip addr show eth0 primary
ip route
ip route show table local
ip addr del 10.0.0.1/24 dev eth0
ip addr show eth0
ip addr add 10.0.0.5/24 dev eth0
ip addr add 10.0.0.6/24 dev eth0
sysctl -w net.ipv4.conf.eth0.promote_secondaries=1
ip addr del 10.0.0.5/24 dev eth0
ip addr show eth0
ip route
