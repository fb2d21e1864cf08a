#!/bin/bash
# Three hops.
for n in a r1 r2 b; do ip netns add $n; done
link() { ip link add $2 netns $1 type veth peer name $4 netns $3; ip -n $1 link set $2 up; ip -n $3 link set $4 up; }
link a eth0 r1 left
link r1 right r2 left
link r2 right b eth0
ip -n a addr add 10.0.1.1/24 dev eth0
ip -n r1 addr add 10.0.1.254/24 dev left
ip -n r1 addr add 10.0.2.1/24 dev right
ip -n r2 addr add 10.0.2.254/24 dev left
ip -n r2 addr add 10.0.3.254/24 dev right
ip -n b addr add 10.0.3.1/24 dev eth0
ip -n a route add default via 10.0.1.254
ip -n r1 route add 10.0.3.0/24 via 10.0.2.254
ip -n r2 route add 10.0.1.0/24 via 10.0.2.1
ip -n b route add default via 10.0.3.254
for n in r1 r2; do ip netns exec $n sysctl -qw net.ipv4.ip_forward=1 net.ipv4.icmp_ratemask=0; done
ip netns exec b sysctl -qw net.ipv4.icmp_ratemask=0
sleep 1.2
ip netns exec a traceroute -n 10.0.3.1
ip netns exec a traceroute -n -q 1 10.0.3.1
ip netns exec a traceroute -n -I 10.0.3.1
ip netns exec a traceroute -n -m 2 10.0.3.1
ip netns exec a traceroute -n -f 2 10.0.3.1
ip netns exec a traceroute -n 10.0.1.254
ip netns exec a traceroute -n -q 2 -N 1 10.0.3.1 60
ip netns exec a traceroute -n 10.0.3.1 1500 | head -n 1
