#!/bin/bash
# Everything a route can carry.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link set eth0 up
ip link set eth1 up
ip addr add 10.0.0.1/24 dev eth0
ip addr add 10.0.0.2/24 dev eth0
sleep 1.2
ip route add 10.1.0.0/16 via 10.0.0.9 src 10.0.0.2
ip route add 10.2.0.0/16 via 10.0.0.9 mtu 1400 advmss 1360
ip route add 10.3.0.0/16 via 10.0.0.9 mtu lock 1280 hoplimit 9
ip route add 10.4.0.0/16 dev eth0 scope link proto static
ip route add 10.5.0.0/16 dev eth0 scope host proto 99
ip route add 10.6.0.0/16 via 10.0.0.9 tos 0x10
ip route add 10.6.0.0/16 via 10.0.0.8
ip route add 10.7.0.0/16 via 172.16.0.1
ip route add 10.7.0.0/16 via 172.16.0.1 dev eth0 onlink
ip route add 10.8.0.0/16 via 10.0.0.9 realm 7
ip route add 10.9.0.0/16 via 10.0.0.9 src 10.9.9.9
ip route add 10.10.0.0/16 via 10.0.0.9 initcwnd 20 initrwnd 30 window 4000 rtt 300ms rto_min 40ms quickack 1
ip route add 10.11.0.0/16 via 10.0.0.9 proto kernel metric 1024 pref low
ip route
ip -d route show 10.4.0.0/16
ip -j route
ip -j -p route show 10.3.0.0/16
ip route show proto static
ip route show scope link
ip route show src 10.0.0.2
ip route show via 10.0.0.9 | wc -l
ip route show metric 1024
ip route show tos 0x10
ip -o route show dev eth0 | head -n 3
ip -c=always route show 10.1.0.0/16
ip -s route show 10.2.0.0/16
