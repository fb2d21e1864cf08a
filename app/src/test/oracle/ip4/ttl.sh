#!/bin/bash
# Time to live: default, per route, at its end.
for n in a r b; do ip netns add $n; done
ip link add eth0 netns a type veth peer name ra netns r
ip link add eth0 netns b type veth peer name rb netns r
ip -n a addr add 10.0.1.1/24 dev eth0
ip -n b addr add 10.0.2.1/24 dev eth0
ip -n r addr add 10.0.1.254/24 dev ra
ip -n r addr add 10.0.2.254/24 dev rb
for n in a b; do ip -n $n link set eth0 up; ip -n r link set r$n up; done
ip -n a route add default via 10.0.1.254
ip -n b route add default via 10.0.2.254
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
sleep 1.2
ip netns exec a ping -c 1 10.0.2.1 | grep -o 'ttl=[0-9]*'
ip netns exec b sysctl -w net.ipv4.ip_default_ttl=33
ip netns exec a ping -c 1 10.0.2.1 | grep -o 'ttl=[0-9]*'
ip netns exec b sysctl -w net.ipv4.ip_default_ttl=1
ip netns exec a ping -c 1 -W 1 10.0.2.1 | grep -o 'ttl=[0-9]*'
ip -n b route change default via 10.0.2.254 hoplimit 5
ip netns exec a ping -c 1 -W 1 10.0.2.1 | grep -o 'ttl=[0-9]*'
ip netns exec b sysctl -w net.ipv4.ip_default_ttl=255
ip netns exec a ping -c 1 10.0.2.254 | grep -o 'ttl=[0-9]*'
ip netns exec a ping -c 1 -t 255 10.0.2.1 | grep -o 'ttl=[0-9]*'
ip netns exec a ping -c 1 -W 1 -t 1 10.0.1.254 | grep -o 'ttl=[0-9]*'
ip netns exec a ping -c 1 -W 1 -t 1 10.0.2.1 | sed -n 2p
