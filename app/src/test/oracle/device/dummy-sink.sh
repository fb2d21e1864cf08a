#!/bin/bash
# Where packets to others go: out, and no further.
ip link add sink address 02:00:00:00:00:d0 type dummy
ip addr add 10.0.0.1/24 dev sink
ip link set sink up
tcpdump -enti sink >seen 2>/dev/null &
sleep 0.8
ping -c 2 -i 0.2 -W 1 10.0.0.2
ping -c 1 -W 1 -b 10.0.0.255 | grep -o '.*received'
ip neigh show nud all | grep sink | sort
arping -c 1 -w 1 -I sink 10.0.0.2
sleep 1.5
kill -INT $!
wait $!
sed 's/id [0-9]*, //' seen
ip -s link show sink
ip link set sink arp on
ip link show sink
ping -c 1 -W 0.5 10.0.0.3 | grep -o '.*received'
ip neigh show 10.0.0.3
ip -s link show sink | tail -n 1
