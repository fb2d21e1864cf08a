#!/bin/bash
# A narrow link in the middle: who learns of it, and how.
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
for n in r1 r2; do ip netns exec $n sysctl -qw net.ipv4.ip_forward=1; done
ip -n r1 link set right mtu 1300
ip -n r2 link set left mtu 1300
sleep 1.2
ip netns exec a ping -c 1 -s 1200 -M do 10.0.3.1 | sed -n 2p
ip netns exec a ping -c 1 -s 1400 -M dont 10.0.3.1 | sed -n 2p
ip -n a route get 10.0.3.1 | sed 's/ expires.*//'
ip netns exec a ping -c 2 -i 0.2 -s 1400 -M do 10.0.3.1
ip -n a route get 10.0.3.1 | sed 's/expires [0-9]*sec/expires/'
ip -n a route get fibmatch 10.0.3.1
ip -n a route show cache | sed 's/expires [0-9]*sec/expires/'
ip netns exec a ping -c 1 -s 1272 -M do 10.0.3.1 | sed -n 2p
ip netns exec a ping -c 1 -s 1273 -M do 10.0.3.1
ip netns exec a ping -c 1 -s 1400 10.0.3.1 | sed -n 2p
ip -n a route flush cache
ip -n a route get 10.0.3.1 | sed 's/expires [0-9]*sec/expires/'
ip netns exec a ping -c 1 -s 1400 10.0.3.1
ip netns exec a ping -c 1 -s 1400 10.0.3.1 | sed -n 2p
