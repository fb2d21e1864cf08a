#!/bin/bash
# blackhole, unreachable, prohibit, throw, local, broadcast: listed and met.
ip netns add r
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns r
ip addr add 10.0.0.1/24 dev eth0
ip -n r addr add 10.0.0.2/24 dev eth0
ip link set eth0 up
ip -n r link set eth0 up
ip route add default via 10.0.0.2
ip route add blackhole 10.1.0.0/16
ip route add unreachable 10.2.0.0/16
ip route add prohibit 10.3.0.0/16
ip route add throw 10.4.0.0/16
ip route add local 10.5.0.0/16 dev lo
ip route add broadcast 10.6.0.255 dev eth0
ip route add unicast 10.7.0.0/16 via 10.0.0.2
sleep 1.2
ip route
ip route show type blackhole
ip route show table local
ping -c 1 -W 1 10.1.0.1
ping -c 1 -W 1 10.2.0.1
ping -c 1 -W 1 10.3.0.1
ping -c 1 -W 1 10.4.0.1
ping -c 1 -W 1 10.5.1.1
ping -c 1 -W 1 10.6.0.255
ip link set lo up
ping -c 1 -W 1 10.5.1.1
ip route get 10.1.0.1
ip route get 10.2.0.1
ip route get 10.3.0.1
ip route get 10.4.0.1
ip route get 10.5.0.1
ip route get 10.6.0.255
ip route del blackhole 10.1.0.0/16
ip route del 10.2.0.0/16
ip route del blackhole 10.3.0.0/16
ip route
