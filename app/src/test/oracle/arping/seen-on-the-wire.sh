#!/bin/bash
# What arping sends.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ip netns exec b tcpdump -enti eth0 arp >seen 2>/dev/null &
sleep 0.7
arping -q -c 2 -i 1 -I eth0 10.0.0.2
arping -q -b -c 2 -I eth0 10.0.0.2
arping -q -U -c 1 -I eth0 10.0.0.1
arping -q -A -c 1 -I eth0 10.0.0.1
arping -q -D -c 1 -w 1 -I eth0 10.0.0.1
arping -q -c 1 -w 1 -I eth0 10.0.0.3
sleep 1.5
kill $!
wait $!
cat seen
ip -n b -s link show eth0 | tail -n 4
