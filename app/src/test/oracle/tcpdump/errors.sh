#!/bin/bash
# What tcpdump says to mistakes.
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth1 address 02:00:00:00:00:0b
tcpdump -i nosuch
tcpdump -i eth0 -c 1
ip link set eth0 up
ip link set eth1 up
tcpdump -i eth0 nonsense
tcpdump -i eth0 'host'
tcpdump -i eth0 'port foo bar'
tcpdump -i eth0 'icmp[99999999999] = 1'
tcpdump -i eth0 -c x
tcpdump -i eth0 -c 0
tcpdump -r missing.pcap
echo hello world, this is no capture file >text.pcap
tcpdump -r text.pcap
tcpdump -i eth0 -w /nonexistent/x.pcap
timeout 1 tcpdump -i eth0 -n -c 5
timeout -s INT 1 tcpdump -i eth0 -n
tcpdump --version 2>&1 | head -n 1
tcpdump -D | grep -c eth
