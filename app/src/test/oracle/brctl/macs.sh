#!/bin/bash
# Learned and local addresses.
ip netns add h
ip link add p0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:a1 netns h
brctl addbr br0
ip link set br0 address 02:00:00:00:00:10
brctl addif br0 p0
ip link set p0 up
ip link set br0 up
ip addr add 10.0.0.1/24 dev br0
ip -n h link set eth0 up
ip -n h addr add 10.0.0.2/24 dev eth0
sleep 1.2
brctl showmacs br0 | sort
ping -c 1 10.0.0.2 | grep -o '.*received'
brctl showmacs br0 | sort
brctl setageing br0 4
sleep 10
brctl showmacs br0 | sort
brctl showmacs
brctl showmacs nosuch
brctl setageing br0 x
brctl setageing nosuch 10
