#!/bin/bash
# The bridge's own addresses, and what they do to frames.
ip link add br0 type bridge
ip link add p0 address 02:00:00:00:00:05 type veth peer name h0 address 02:00:00:00:00:a1
ip link add p1 address 02:00:00:00:00:03 type veth peer name h1 address 02:00:00:00:00:a2
ip link set p0 master br0
ip link show br0
ip link set p1 master br0
ip link show br0
bridge fdb show br br0 | grep -v '^\(01:00:5e\|33:33\)' | sort
ip link set p1 nomaster
ip link show br0
ip link set p0 address 02:00:00:00:00:07
ip link show br0
bridge fdb show br br0 | grep -v '^\(01:00:5e\|33:33\)' | sort
ip link set br0 address 02:00:00:00:00:99
ip link set p1 master br0
ip link show br0
bridge fdb show br br0 | grep -v '^\(01:00:5e\|33:33\)' | sort
ip link del p0
bridge fdb show br br0 | grep -v '^\(01:00:5e\|33:33\)' | sort
ip link del br0
bridge fdb show
