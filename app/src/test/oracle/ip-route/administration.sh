#!/bin/bash
# A host's routes, as its administrator keeps them.
ip netns add b
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set lo up
ip -n b link set eth0 up
sleep 1.2
ip route add default via 10.0.0.2 dev eth0 proto static metric 100
ip route add 192.168.0.0/16 via 10.0.0.2 src 10.0.0.1 mtu 1400 advmss 1360
ip route add 172.16.0.0/12 dev eth0 scope link table 42
ip route add blackhole 10.66.0.0/16 metric 9
ip route add unreachable default metric 4278198272
ip route add 10.5.0.0/16 nexthop via 10.0.0.2 weight 2 nexthop via 10.0.0.3 dev eth0 onlink
ip route
ip -d route show
ip -j -p route show default
ip -j route show 10.5.0.0/16
ip -o route show 10.5.0.0/16
ip -s route show default
ip -br route show default
ip route show table 42
ip route show table all type blackhole
ip route show proto static
ip route list via 10.0.0.2
ip route show match 192.168.3.4
ip route show root 192.168.0.0/16
ip route show exact default
ip route show dev eth0 scope link
ip route show src 10.0.0.1
ip route show table nonsense
ip route show type nonsense
ip route show scope nonsense
ip r g 192.168.3.4
ip -j r g 10.66.1.1
ip ro get 8.8.8.8 from 10.0.0.1 iif eth0
ip route get 10.0.0.2 oif lo
ip route get 127.0.0.1
ip route get 10.0.0.255
ip route get nonsense
ip route get
ip route get 10.0.0.2 mark 0x10 uid 5
ip -d route get fibmatch 192.168.3.4
ip route change 192.168.0.0/16 via 10.0.0.3 mtu lock 1300
ip route show 192.168.0.0/16
ip route flush table 42
ip route show table 42
ip route flush cache
ip route flush
ip route del 10.5.0.0/16 via 10.0.0.9
ip route del 10.5/16
