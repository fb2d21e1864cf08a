#!/bin/bash
# Alias addresses and their ends.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ifconfig eth1 up
ifconfig eth0 10.0.0.1 netmask 255.255.255.0 up
ifconfig eth0:0 10.0.0.2 netmask 255.255.255.0
ifconfig eth0:web 10.0.1.1 netmask 255.255.255.0
ifconfig eth0 add 10.0.2.1
sleep 1.2
ip addr show eth0
ifconfig -a | grep -A1 '^eth0'
ip route
ifconfig eth0:0 10.0.0.3
ip addr show eth0
ifconfig eth0:web down
ip addr show eth0
ifconfig eth0 del 10.0.2.1
ip addr del 10.0.0.1/24 dev eth0
ip addr show eth0
ifconfig eth0:0
ifconfig -s -a
