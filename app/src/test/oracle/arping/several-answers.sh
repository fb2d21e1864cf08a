#!/bin/bash
# Two devices answer; counts, deadlines and what the status says.
ip netns add a
ip netns add b
ip link add br0 type bridge
ip link set br0 up
ip link add pa type veth peer name eth0 address 02:00:00:00:00:0a netns a
ip link add pb0 type veth peer name eth0 address 02:00:00:00:00:b0 netns b
ip link add pb1 type veth peer name eth1 address 02:00:00:00:00:b1 netns b
for p in pa pb0 pb1; do ip link set $p master br0 up; done
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n b link set eth1 up
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
sleep 1.2
ip netns exec a arping -c 1 -b  -I eth0 10.0.0.2
ip netns exec a arping -f -I eth0 10.0.0.2
ip netns exec a arping -f -w 2 -I eth0 10.0.0.9
ip netns exec a arping -w 2 -I eth0 10.0.0.9
ip netns exec a arping -c 5 -w 2 -I eth0 10.0.0.2
ip -n b link set eth1 down
ip netns exec a arping -c 5 -w 2 -I eth0 10.0.0.2
ip netns exec a arping -c 2 -w 5 -I eth0 10.0.0.2
ip netns exec a arping -w 2 -I eth0 10.0.0.2
ip netns exec a arping -c 3 -w 2 -I eth0 10.0.0.2
ip netns exec a arping -c 2 -i 0.3 -I eth0 10.0.0.2
