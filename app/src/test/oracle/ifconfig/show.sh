#!/bin/bash
# ifconfig listings.
ip netns add b
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
ifconfig
ifconfig -a
ifconfig lo 127.0.0.1 up
ifconfig eth0 10.0.0.1/24
ip -n b link set eth0 up
sleep 1.2
ifconfig
ifconfig eth0
ifconfig -s
ifconfig -a -s
ifconfig eth0:1 10.0.0.2 netmask 255.255.255.0 up
ifconfig eth0:1
ifconfig
ip addr show eth0
ip netns exec b ifconfig eth0 10.0.0.3 up
ping -c 2 -i 0.2 10.0.0.3 | grep -o '.*received'
ifconfig eth0
ifconfig eth0:1 down
ip addr show eth0
ifconfig nosuch
