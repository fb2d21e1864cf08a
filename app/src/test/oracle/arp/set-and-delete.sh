#!/bin/bash
# Static entries.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip addr add 10.0.0.1/24 dev eth0
ip link set eth0 up
ip link set eth1 up
sleep 1.2
arp -s 10.0.0.2 02:00:00:00:00:aa
arp -s 10.0.0.3 02:00:00:00:00:ab temp
arp -i eth0 -s 10.0.0.4 02:00:00:00:00:ac
arp -n | sort
ip neigh | sort
arp -d 10.0.0.2
arp -n 10.0.0.2
arp -d 10.0.0.77
arp -i eth0 -d 10.0.0.3
arp -n | sort
arp -s 10.0.0.4 02:00:00:00:00:ad
ip neigh show 10.0.0.4
printf '10.0.0.5 02:00:00:00:00:05\n10.0.0.6 02:00:00:00:00:06\n' >ethers
arp -f ethers
ip neigh show nud permanent | sort
