#!/bin/bash
# What bridge link says to mistakes.
ip link add br0 address 02:00:00:00:00:10 type bridge
ip link add p0 address 02:00:00:00:00:01 type veth peer name h0 address 02:00:00:00:00:a1
bridge link
bridge link show dev nosuch
bridge link show dev p0
bridge link set dev p0 hairpin on
bridge link set
bridge link set dev
bridge link set dev nosuch cost 5
ip link set p0 master br0
bridge link set dev p0 hairpin maybe
bridge link set dev p0 cost
bridge link set dev p0 cost 0
bridge link set dev p0 cost 65536
bridge link set dev p0 priority 64
bridge link set dev p0 state 9
bridge link set dev p0 state sleeping
bridge link set dev p0 frobnicate on
bridge link set p0 cost 5
bridge link foo
bridge foo
bridge
bridge -z link
bridge link show
