#!/bin/bash
# A neighbour table, as its administrator keeps it.
ip netns add b
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set lo up
ip -n b link set eth0 up
sleep 1.2
ip neigh add 10.0.0.10 lladdr 02:00:00:00:00:10 dev eth0
ip neigh add 10.0.0.11 lladdr 02:00:00:00:00:11 dev eth0 nud reachable
ip neigh add 10.0.0.12 lladdr 02:00:00:00:00:12 dev eth0 nud stale protocol static
ip neigh add 10.0.0.13 dev eth0 nud none extern_learn
ip neigh add 10.0.0.14 lladdr 02:00:00:00:00:14 dev eth0 router nud noarp
ip neigh replace 10.0.0.10 lladdr 02:00:00:00:00:aa dev eth0
ip neigh change 10.0.0.99 lladdr 02:00:00:00:00:99 dev eth0
ip neigh add proxy 10.0.0.50 dev eth0
ip -4 neigh | sort
ip -4 neigh show nud all | sort
ip -4 -j -p neigh show 10.0.0.10
ip -4 -j neigh show 10.0.0.14 dev eth0 nud noarp
ip -4 -br neigh show dev eth0 | sort
ip -4 -o neigh show nud permanent | sort
ip -4 neigh show to 10.0.0.0/29
ip -4 neigh show proxy
ip -4 -j neigh show proxy
ip -4 neigh show nud stale nud reachable | sort
ip -4 neigh show proto static
ip neigh get 10.0.0.12 dev eth0
ip -j neigh get 10.0.0.12 dev eth0
ip neigh get 10.0.0.77 dev eth0
ip neigh get proxy 10.0.0.50 dev eth0
ip neigh get 10.0.0.12
ip neigh show dev nosuch
ip neigh show nud nonsense
ip neigh add 10.0.0.20 lladdr 02:00:00:00:00:20
ip neigh add 10.0.0.20 lladdr zz dev eth0
ip neigh add 10.0.0.20 lladdr 02:00 dev eth0
ip neigh add 10.0.0.10 lladdr 02:00:00:00:00:20 dev eth0
ip neigh add 10.0.0.300 lladdr 02:00:00:00:00:20 dev eth0
ip neigh add 10.0.0.20 dev eth0
ip neigh add 10.0.0.20 lladdr 02:00:00:00:00:20 dev eth0 nud bogus
ip neigh del 10.0.0.77 dev eth0
ip neigh del 10.0.0.12 dev eth0
ip neigh flush dev eth0
ip -s -s neigh flush nud permanent
ip neigh flush
ip neigh frob
ip -4 neigh show nud all | sort
arp -n
arp -a -n
