#!/bin/bash
# Addresses with an end.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link set eth0 up
ip link set eth1 up
sleep 1.2
ip addr add 10.0.0.1/24 dev eth0 valid_lft 2 preferred_lft 1
ip addr add 10.0.1.1/24 dev eth0 valid_lft forever preferred_lft 0
ip addr show eth0 | grep -A1 10.0.1.1
ip addr show eth0 | grep -c 'dynamic'
sleep 4
ip addr show eth0
ip route
ip addr add 10.0.2.1/24 dev eth0 valid_lft 10 preferred_lft 20
ip addr add 10.0.2.1/24 dev eth0 valid_lft 0
ip addr add 10.0.2.1/24 dev eth0 valid_lft x
ip addr change 10.0.1.1/24 dev eth0 preferred_lft forever
ip addr show eth0
ip addr show permanent
ip addr show dynamic
