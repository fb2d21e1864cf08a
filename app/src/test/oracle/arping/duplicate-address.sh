#!/bin/bash
# Is the address taken?
ip netns add b
ip netns add c
ip link add br0 address 02:00:00:00:00:10 type bridge
ip link set br0 up
for n in b c; do
    ip link add p$n type veth peer name eth0 netns $n
    ip link set p$n master br0 up
    ip -n $n link set eth0 up
done
ip -n b link set eth0 address 02:00:00:00:00:0b
ip -n c link set eth0 address 02:00:00:00:00:0c
ip -n b addr add 10.0.0.2/24 dev eth0
sleep 1.2
ip netns exec c arping -D -c 1 -I eth0 10.0.0.2
ip netns exec c arping -D -c 1 -w 1 -I eth0 10.0.0.3
ip netns exec c arping -D -q -c 2 -I eth0 10.0.0.2
ip -n c addr add 10.0.0.2/24 dev eth0
ip addr add 10.0.0.254/24 dev br0
arping -c 1 -I br0 10.0.0.2 | sort
ip neigh show 10.0.0.2 | awk '{print $1, $3, $NF}'
ip netns exec c arping -D -c 1 -I eth0 10.0.0.254
