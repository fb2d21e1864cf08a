#!/bin/bash
# The nat table without rules tracks nothing; the last rule that goes takes tracking with it, but not what is known.
ip netns add s
ip link add wan0 address 02:00:00:00:00:03 type veth peer name eth0 address 02:00:00:00:00:04 netns s
ip addr add 192.0.2.1/24 dev wan0
ip -n s addr add 192.0.2.2/24 dev eth0
ip link set wan0 up
ip -n s link set eth0 up
sleep 1.2
iptables -t nat -S
iptables -t nat -P POSTROUTING ACCEPT
ping -c 1 -e 1 192.0.2.2 | grep received
conntrack -L
iptables -t nat -nvxL
iptables -t nat -A OUTPUT -d 192.0.2.99 -j ACCEPT
ping -c 1 -e 2 192.0.2.2 | grep received
conntrack -L
iptables -t nat -nvxL OUTPUT
iptables -t nat -A POSTROUTING -j MASQUERADE
ping -c 1 -e 3 192.0.2.2 | grep received
sleep 0.5
conntrack -L
iptables -t nat -nvxL POSTROUTING
iptables -t nat -F
ping -c 1 -e 4 192.0.2.2 | grep received
conntrack -C
iptables -t nat -nvxL
