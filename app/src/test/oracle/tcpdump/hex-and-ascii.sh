#!/bin/bash
# Bytes, in every dress.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
tcpdump -i eth0 -w all.pcap 2>/dev/null &
sleep 0.8
ping -c 1 -s 15 -e 4660 -p 57656674 10.0.0.2 | grep -o '.*received'
ping -c 1 -s 2 -e 4660 10.0.0.2 | grep -o '.*received'
sleep 1.5
kill -INT $!
wait $!
tcpdump -nt -r all.pcap -x arp 2>/dev/null
tcpdump -nt -r all.pcap -xx arp 2>/dev/null
tcpdump -nt -r all.pcap -X arp 2>/dev/null
tcpdump -nt -r all.pcap -XX arp 2>/dev/null
tcpdump -nt -r all.pcap -A arp 2>/dev/null
tcpdump -nt -r all.pcap -x -c 2 icmp
tcpdump -ntq -r all.pcap 2>&1
tcpdump -nte -r all.pcap -c 1 2>/dev/null
