#!/bin/bash
# A large ping in pieces.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
tcpdump -i eth0 -ntv ip >verbose 2>/dev/null &
tcpdump -i eth0 -nt ip >brief 2>/dev/null &
tcpdump -i eth0 -w f.pcap 'ip[6:2] & 0x3fff != 0' 2>/dev/null &
sleep 0.8
ping -c 1 -s 4000 10.0.0.2 | sed -n 2p
ping -c 1 -s 1473 10.0.0.2 | sed -n 2p
ping -c 1 -s 3000 -M do 10.0.0.2 | sed -n 2p
sleep 1.5
kill -INT %1 %2 %3
wait
cat brief
cat verbose
tcpdump -ntr f.pcap 2>/dev/null | wc -l
