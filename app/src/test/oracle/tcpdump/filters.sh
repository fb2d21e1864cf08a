#!/bin/bash
# Filter expressions.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n b addr add 10.0.0.3/24 dev eth0
ip link set eth0 up
ip -n b link set eth0 up
ip netns exec b sysctl -qw net.ipv4.icmp_ratemask=0
sleep 1.2
tcpdump -i eth0 -w all.pcap 2>/dev/null &
sleep 0.8
ping -c 1 10.0.0.2 >/dev/null
ping -c 1 -s 600 10.0.0.3 >/dev/null
traceroute -n -q 1 --sport=40000 10.0.0.2 >/dev/null
sleep 1.5
kill -INT $!
wait $!
show() { tcpdump -nt -r all.pcap "$@" 2>/dev/null | cut -c 1-70 | sed 's/id [0-9]*, //'; }
show
show arp
show icmp
show udp
show host 10.0.0.3
show src 10.0.0.2
show dst host 10.0.0.3 and icmp
show 'icmp[0] = 8'
show 'icmp[icmptype] == icmp-echoreply'
show 'greater 500'
show ether src 02:00:00:00:00:0b and arp
show 'udp port 33434'
show not arp and not host 10.0.0.3
show 'ip proto 1 && dst net 10.0.0.0/30'
show udp dst portrange 33430-33440
show 'ether broadcast'
show tcp or ip6
