#!/bin/bash
# Dummies in namespaces, routes between them, mistakes.
ip netns add red
ip link add d0 netns red address 02:00:00:00:00:d0 type dummy
ip link show d0
ip -n red link show d0
ip link add d0 address 02:00:00:00:00:d1 type dummy
ip link set d0 netns red
ip link set d0 netns red name d1
ip -n red -br link
ip -n red addr add 10.1.0.1/24 dev d0
ip -n red addr add 10.2.0.1/24 dev d1
ip -n red link set d0 up
ip -n red link set d1 up
ip -n red link set lo up
ip -n red route
ip netns exec red ping -c 1 10.2.0.1 | grep -o '.*received'
ip netns exec red ping -c 1 -I 10.1.0.1 10.2.0.1 | grep -o '.*received'
ip netns del red
ip -br link | awk '{print $1}'
