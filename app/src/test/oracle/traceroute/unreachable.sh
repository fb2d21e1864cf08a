#!/bin/bash
# Silence, and the marks for errors.
for n in a r b; do ip netns add $n; done
ip link add eth0 netns a type veth peer name ra netns r
ip link add eth0 netns b type veth peer name rb netns r
ip -n a addr add 10.0.1.1/24 dev eth0
ip -n r addr add 10.0.1.254/24 dev ra
ip -n r addr add 10.0.2.254/24 dev rb
ip -n b addr add 10.0.2.1/24 dev eth0
for n in a b; do ip -n $n link set eth0 up; ip -n r link set r$n up; ip -n $n route add default via 10.0.$([ $n = a ] && echo 1 || echo 2).254; done
for n in a r b; do ip netns exec $n sysctl -qw net.ipv4.ip_forward=1 net.ipv4.icmp_ratemask=0; ip -n $n link set lo up; done
ip -n r route add prohibit 10.8.0.0/16
ip -n r route add unreachable 10.9.0.0/16
ip -n r route add blackhole 10.10.0.0/16
sleep 1.2
ip netns exec a traceroute -n -q 1 -N 1 10.8.0.1
sleep 2
ip netns exec a traceroute -n -q 1 -N 1 10.9.0.1
sleep 2
ip netns exec a traceroute -n -q 1 -N 1 -w 0.5 -m 3 10.10.0.1
ip netns exec a traceroute -n -q 1 -N 1 10.11.0.1
sleep 2
ip netns exec a traceroute -n -q 1 -N 1 -w 4 -m 3 10.0.2.99
ip netns exec b traceroute -n -q 1 -N 1 -w 4 -m 3 10.0.2.98
ip -n a route del default
ip netns exec a traceroute -n 10.0.2.1
