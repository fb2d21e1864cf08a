#!/bin/bash
# Proxy entries.
ip netns add a
ip netns add r
ip netns add b
ip link add eth0 netns a address 02:00:00:00:00:0a type veth peer name ra address 02:00:00:00:01:0a netns r
ip link add eth0 netns b address 02:00:00:00:00:0b type veth peer name rb address 02:00:00:00:01:0b netns r
ip -n a addr add 10.0.0.1/16 dev eth0
ip -n b addr add 10.0.1.1/16 dev eth0
ip -n r addr add 10.0.0.254/24 dev ra
ip -n r addr add 10.0.1.254/24 dev rb
for d in a b; do ip -n $d link set eth0 up; ip -n r link set r$d up; done
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
sleep 1.2
ip netns exec a ping -c 1 -W 1 10.0.1.1
ip -n a neigh
sleep 3
ip -n r neigh add proxy 10.0.1.1 dev ra
ip -n r neigh add proxy 10.0.0.1 dev rb
ip -n r neigh show proxy | sort
ip -n r neigh show
ip -n a neigh flush all
ip netns exec a ping -c 1 -W 2 10.0.1.1
ip -n a neigh show 10.0.1.1
ip -n r neigh del proxy 10.0.1.1 dev ra
ip -n r neigh del proxy 10.0.1.1 dev ra
ip -n r neigh show proxy | sort
ip -n r -j neigh show proxy
