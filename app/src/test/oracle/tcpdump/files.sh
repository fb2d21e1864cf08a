#!/bin/bash
# Writing, reading, snapping.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
tcpdump -i eth0 -w a.pcap -c 4 2>a.err &
tcpdump -i eth0 -s 40 -U -w b.pcap 2>b.err &
sleep 0.8
ping -c 3 -i 0.2 -e 99 10.0.0.2 | grep -o '.*received'
sleep 1.5
kill -INT %2
wait
grep -v 'received by filter' a.err
cat b.err
tcpdump -nt -r a.pcap
tcpdump -nt -r b.pcap icmp 2>&1
tcpdump -n -r a.pcap 2>/dev/null | wc -l
head -c 4 a.pcap | od -An -tx1
tcpdump -nt -r a.pcap -w - arp 2>/dev/null | tcpdump -nt -r - 2>&1
tcpdump -ntt -r a.pcap -c 1 2>/dev/null
tcpdump -ntttt -r a.pcap -c 1 2>/dev/null
tcpdump -nttt -r a.pcap -c 1 2>/dev/null
tcpdump -# -nt -r a.pcap 2>/dev/null
tcpdump -t -r a.pcap -c 1 --count 2>/dev/null
