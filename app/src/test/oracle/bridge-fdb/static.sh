#!/bin/bash
# Entries by hand.
ip link add br0 address 02:00:00:00:00:10 type bridge
ip link add p0 address 02:00:00:00:00:01 type veth peer name h0 address 02:00:00:00:00:a1
ip link add p1 address 02:00:00:00:00:02 type veth peer name h1 address 02:00:00:00:00:a2
for d in p0 p1; do ip link set $d master br0; ip link set $d up; done
for d in br0 h0 h1; do ip link set $d up; done
sleep 1.2
bridge fdb show | grep -v '^\(01:00:5e\|33:33\)' | sort
bridge fdb add 02:00:00:00:01:01 dev p0 master
bridge fdb add 02:00:00:00:01:02 dev p0 master static
bridge fdb add 02:00:00:00:01:03 dev p1 master dynamic
bridge fdb add 02:00:00:00:01:04 dev br0
bridge fdb add 02:00:00:00:01:05 dev br0 self local
bridge fdb add 02:00:00:00:01:06 dev p1 master sticky static
bridge fdb show br br0 | grep -v '^\(01:00:5e\|33:33\)' | sort
bridge fdb show dev p1 | sort
bridge fdb show br br0 brport p0 | grep -v '^\(01:00:5e\|33:33\)' | sort
bridge fdb add 02:00:00:00:01:01 dev p0 master
bridge fdb replace 02:00:00:00:01:01 dev p1 master static
bridge fdb show dev p1 | sort
bridge fdb get 02:00:00:00:01:01 br br0
bridge fdb get 02:00:00:00:09:09 br br0
bridge fdb del 02:00:00:00:01:01 dev p1 master
bridge fdb del 02:00:00:00:01:01 dev p1 master
bridge -j fdb get 02:00:00:00:01:02 br br0
bridge fdb flush dev br0
bridge fdb show br br0 | grep '^02:00:00:00:01' | sort
