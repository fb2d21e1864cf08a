#!/bin/bash
# A router that knows a shorter way says so.
ip link add br0 type bridge
ip link set br0 up
for n in a r g; do
    ip netns add $n
    ip link add p$n type veth peer name eth0 netns $n
    ip link set p$n master br0 up
    ip -n $n link set eth0 up
done
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n r addr add 10.0.0.254/24 dev eth0
ip -n g addr add 10.0.0.253/24 dev eth0
ip -n g link set lo up
ip -n g addr add 10.9.0.1/32 dev lo
ip -n a route add default via 10.0.0.254
ip -n r route add 10.9.0.0/16 via 10.0.0.253
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
sleep 1.2
ip netns exec a ping -c 3 -i 0.3 10.9.0.1
ip -n a route get 10.9.0.1
ip netns exec a sysctl -w net.ipv4.conf.all.accept_redirects=0 net.ipv4.conf.eth0.accept_redirects=0
ip -n a route flush cache
ip -n a route get 10.9.0.1
ip netns exec a ping -c 1 10.9.0.1 | grep -c 'Redirect'
ip -n a route get 10.9.0.1
ip netns exec r sysctl -w net.ipv4.conf.all.send_redirects=0 net.ipv4.conf.eth0.send_redirects=0
sleep 2
ip netns exec a ping -c 1 10.9.0.1 | grep -c 'Redirect'
