#!/bin/bash
# Building and listing with brctl.
brctl show
brctl addbr br0
brctl addbr br0
ip link set br0 address 02:00:00:00:00:10
ip link add p0 address 02:00:00:00:00:01 type veth peer name h0 address 02:00:00:00:00:a1
ip link add p1 address 02:00:00:00:00:02 type veth peer name h1 address 02:00:00:00:00:a2
brctl addif br0 p0
brctl addif br0 p1
brctl addif br0 p1
brctl show
brctl show br0
brctl addbr br1
brctl show
brctl delif br0 p1
brctl delif br0 p1
brctl addif br1 p1
brctl show br0 br1
ip link set br0 up
brctl delbr br0
ip link set br0 down
brctl delbr br0
brctl delbr br0
brctl show
ip -br link show type bridge | awk '{print $1}'
