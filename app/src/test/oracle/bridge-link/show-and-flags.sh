#!/bin/bash
# Ports and their flags.
ip link add br0 address 02:00:00:00:00:10 type bridge
ip link add p0 address 02:00:00:00:00:01 type veth peer name h0 address 02:00:00:00:00:a1
ip link add p1 address 02:00:00:00:00:02 type veth peer name h1 address 02:00:00:00:00:a2
for d in p0 p1; do ip link set $d master br0; done
for d in br0 p0 h0; do ip link set $d up; done
sleep 1.2
bridge link
bridge link show dev p0
bridge -d link show dev p0
bridge link set dev p0 hairpin on learning off flood off cost 7 priority 3
bridge -d link show dev p0
bridge link set dev p0 guard on root_block on mcast_flood off bcast_flood off isolated on neigh_suppress on fastleave on
bridge -d link show dev p0
bridge link set dev p0 state blocking
bridge link show dev p0
bridge link set dev p0 state 3
bridge -j link show dev p0
bridge -j -p -d link show dev p1
bridge link show master br0
bridge -o link
ip -d link show p0
ip link set p1 up
ip link set h1 up
sleep 1.2
bridge link
