#!/bin/bash
# /proc/net/nf_conntrack: what is tracked, with and without counters, marks and zones.
cat /proc/net/nf_conntrack
iptables -A INPUT -m conntrack --ctstate NEW
conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 --state ESTABLISHED -t 300
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 53 -t 60 -m 7
conntrack -I -p udp -s 10.0.0.3 -d 10.0.0.2 --sport 1001 --dport 53 -t 60 -u SEEN_REPLY,ASSURED
conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.2 --icmp-type 8 --icmp-code 0 --icmp-id 5 -t 50
sleep 0.5
sort /proc/net/nf_conntrack
ip netns add other
ip netns exec other cat /proc/net/nf_conntrack
conntrack -F
ip link set lo up
sysctl -q -w net.netfilter.nf_conntrack_acct=1
iptables -t raw -A OUTPUT -j CT --zone 5
iptables -t raw -A PREROUTING -j CT --zone 5
ping -c 2 -i 0.2 -e 9 127.0.0.1 | grep received
sleep 0.5
cat /proc/net/nf_conntrack
conntrack -L
