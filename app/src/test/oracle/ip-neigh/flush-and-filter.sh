#!/bin/bash
# Choosing entries.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link add br0 address 02:00:00:00:00:03 type bridge
ip link set eth1 master br0
for d in eth0 eth1 br0; do ip link set $d up; done
sleep 1.2
for i in 1 2 3; do
    ip neigh add 10.0.0.$i lladdr 02:00:00:00:01:0$i dev eth0 nud stale
    ip neigh add 10.1.0.$i lladdr 02:00:00:00:02:0$i dev br0 nud reachable
done
ip neigh show dev eth0 | sort
ip neigh show to 10.1.0.0/24 | sort
ip neigh show unused | sort
ip neigh show nud reachable | sort
ip neigh show master br0
ip neigh show nomaster | sort
ip -s neigh flush dev br0
ip neigh show | sort
ip -s neigh flush 10.0.0.1
ip neigh flush nud stale
ip neigh show
ip -s neigh flush all
ip ntable show dev eth0 name arp_cache | head -n 1
