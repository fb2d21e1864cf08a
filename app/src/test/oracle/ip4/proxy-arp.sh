#!/bin/bash
# A router that answers for others.
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
ip netns exec r sysctl -w net.ipv4.ip_forward=1
ip netns exec r sysctl -w net.ipv4.conf.ra.proxy_arp=1 net.ipv4.conf.rb.proxy_arp=1
ip netns exec r sysctl -w net.ipv4.neigh.ra.proxy_delay=0 net.ipv4.neigh.rb.proxy_delay=0
sleep 1.2
ip netns exec a ping -c 2 -i 0.2 10.0.1.1
ip -n a neigh
ip -n b neigh | sort
ip netns exec a arping -c 1 -w 1 -I eth0 10.0.1.77
ip netns exec a arping -c 1 -w 1 -I eth0 10.0.0.77
ip netns exec a arping -c 1 -w 1 -I eth0 10.0.99.1
ip -n r route add default dev rb
ip netns exec a arping -c 1 -w 1 -I eth0 10.0.99.1
ip netns exec a arping -c 1 -w 1 -I eth0 192.168.55.55
ip netns exec r sysctl -w net.ipv4.conf.ra.forwarding=0
ip netns exec a arping -c 1 -w 1 -I eth0 10.0.1.77
