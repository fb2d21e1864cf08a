#!/bin/bash
# Through a router: TTL, route, errors.
ip netns add a
ip netns add r
ip netns add b
ip link add eth0 netns a address 02:00:00:00:00:0a type veth peer name ra address 02:00:00:00:01:0a netns r
ip link add eth0 netns b address 02:00:00:00:00:0b type veth peer name rb address 02:00:00:00:01:0b netns r
ip -n a addr add 10.0.1.1/24 dev eth0
ip -n b addr add 10.0.2.1/24 dev eth0
ip -n r addr add 10.0.1.254/24 dev ra
ip -n r addr add 10.0.2.254/24 dev rb
for n in a b; do ip -n $n link set eth0 up; ip -n r link set r$n up; done
ip -n a route add default via 10.0.1.254
sleep 1.2
ip netns exec a ping -c 1 -W 1 10.0.2.1
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip netns exec a ping -c 1 -W 1 10.0.2.1
ip -n b route add default via 10.0.2.254
ip netns exec a ping -c 2 -i 0.2 10.0.2.1
ip netns exec a ping -c 1 -t 1 -W 1 10.0.2.1
ip netns exec a ping -c 1 -t 2 -W 1 10.0.2.1
ip netns exec a ping -c 1 -W 1 10.0.99.1
ip netns exec a ping -c 1 10.0.2.254
ip netns exec a ping -c 1 10.0.2.99
ip -n r link set rb down
ip netns exec a ping -c 1 -W 1 10.0.2.1
ip -n r neigh | sort
