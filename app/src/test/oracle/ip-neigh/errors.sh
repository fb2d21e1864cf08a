#!/bin/bash
# What ip neigh says to mistakes.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip neigh add
ip neigh add 10.0.0.2
ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:aa
ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:aa dev nosuch
ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:aa dev eth0
ip link set eth0 up
ip link set eth1 up
sleep 1.2
ip neigh add 10.0.0.2 lladdr zz dev eth0
ip neigh add 10.0.0.2 lladdr 02:00:00:00 dev eth0
ip neigh add 10.0.0.300 lladdr 02:00:00:00:00:aa dev eth0
ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:aa dev eth0 nud sleepy
ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:aa dev eth0 foo
ip neigh del 10.0.0.77 dev eth0
ip neigh del 10.0.0.77
ip neigh get 10.0.0.77
ip neigh get 10.0.0.77 dev eth0
ip neigh get dev eth0
ip neigh show dev nosuch
ip neigh show nud sleepy
ip neigh flush
ip neigh flush dev nosuch
ip neigh foo
ip neigh show
