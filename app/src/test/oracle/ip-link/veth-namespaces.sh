#!/bin/bash
# The usual lab: two namespaces joined by a pair; link-netns names the other end's namespace.
ip netns add red
ip netns add blue
ip link add eth0 netns red type veth peer name eth0 netns blue
ip -n red link set eth0 address 02:00:00:00:0a:01
ip -n blue link set eth0 address 02:00:00:00:0b:01
ip -n red link set lo up
ip -n red link set eth0 up
ip -n blue link set eth0 up
sleep 1.2
ip -n red link
ip netns exec blue ip link show eth0
ip -n red -o link show eth0
ip -n red -br link
ip netns del blue
sleep 0.5
ip -n red link
ip link add uplink type veth peer name eth1 netns red
ip -n red link show eth1 | grep -o 'link-netns[^ ]* .*'
ip link show uplink | grep -o 'link-netns[^ ]* .*'
ip link set uplink netns nowhere
ip link set uplink netns red
ip link show uplink
ip -n red -br link show uplink | awk '{print $1, $2}'
