#!/bin/bash
# Entries set by hand.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link set eth0 up
ip link set eth1 up
sleep 1.2
ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:aa dev eth0
ip neigh add 10.0.0.3 lladdr 02:00:00:00:00:ab dev eth0 nud reachable
ip neigh add 10.0.0.4 lladdr 02:00:00:00:00:ac dev eth0 nud stale
ip neigh add 10.0.0.5 dev eth0 nud noarp
ip neigh add 10.0.0.6 lladdr 02:00:00:00:00:ad dev eth0 nud delay
ip neigh add 10.0.0.7 dev eth0
ip neigh add 10.0.0.8 lladdr 02:00:00:00:00:ae dev eth0 router
ip neigh | sort
ip neigh show nud all | sort
ip neigh show nud permanent | sort
ip neigh show nud stale
ip neigh show 10.0.0.3
ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:bb dev eth0
ip neigh replace 10.0.0.2 lladdr 02:00:00:00:00:bb dev eth0
ip neigh change 10.0.0.4 lladdr 02:00:00:00:00:cc dev eth0 nud permanent
ip neigh change 10.0.0.99 lladdr 02:00:00:00:00:cc dev eth0
ip neigh del 10.0.0.2 dev eth0
ip neigh del 10.0.0.2 dev eth0
ip neigh show dev eth0 nud permanent | sort
ip neigh get 10.0.0.4 dev eth0
ip neigh get 10.0.0.2 dev eth0
ip neigh flush all
ip neigh show | sort
ip neigh flush dev eth0 nud permanent
ip neigh show nud permanent | sort
