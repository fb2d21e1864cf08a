#!/bin/bash
# Published entries.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip addr add 10.0.0.1/24 dev eth0
ip link set eth0 up
ip link set eth1 up
sleep 1.2
arp -i eth0 -s 10.0.0.50 02:00:00:00:00:01 pub
arp -n
ip neigh show proxy
arp -i eth0 -Ds 10.0.0.51 eth0 pub
ip neigh show proxy | sort
arp -an
arp -i eth0 -d 10.0.0.50 pub
ip neigh show proxy
cat /proc/net/arp
arp -i eth0 -d 10.0.0.99 pub
