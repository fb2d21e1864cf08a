#!/bin/bash
# Parameters of the spanning tree.
brctl addbr br0
ip link set br0 address 02:00:00:00:00:10
ip link add p0 address 02:00:00:00:00:01 type veth peer name h0 address 02:00:00:00:00:a1
brctl addif br0 p0
brctl showstp br0
brctl stp br0 on
brctl setbridgeprio br0 100
brctl setfd br0 2
brctl sethello br0 1
brctl setmaxage br0 6
brctl setpathcost br0 p0 42
brctl setportprio br0 p0 7
brctl hairpin br0 p0 on
brctl showstp br0
ip -d link show br0 | grep -o 'forward_delay.*priority [0-9]*'
ip link set p0 up
ip link set h0 up
ip link set br0 up
sleep 1.5
brctl showstp br0
sleep 5
brctl showstp br0 | grep state
brctl show
brctl stp br0 off
brctl show
