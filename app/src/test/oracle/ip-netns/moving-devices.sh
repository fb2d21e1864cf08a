#!/bin/bash
# What a device loses when it moves.
ip netns add red
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip addr add 10.0.0.1/24 dev eth0
ip link set eth0 up alias "a label" mtu 1400 txqlen 99
ip link set eth1 up
ip route add 10.1.0.0/16 via 10.0.0.9
ip neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev eth0
ip link set eth0 netns red
ip link show eth0
ip route
ip neigh
ip -n red addr show
ip -n red link set eth0 up
sleep 1.2
ip -n red addr show eth0
ip -n red route
ip link show eth1
ip -n red link set eth0 netns 1
ip -n red link set eth0 name other netns 1
ip link show other
ip link add br0 type bridge
ip link set br0 netns red
ip link set lo netns red
ip link set eth1 netns red name moved
ip -n red -br link | awk '{print $1, $2}'
ip -n red link set moved netns $$
ip -br link | awk '{print $1, $2}'
