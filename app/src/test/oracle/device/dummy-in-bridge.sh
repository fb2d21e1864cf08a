#!/bin/bash
# A dummy port keeps a bridge up and its address steady.
ip link add br0 address 02:00:00:00:00:10 type bridge mcast_snooping 0
ip link set br0 up
ip link show br0
ip link add dummy0 address 02:00:00:00:00:d0 type dummy
ip link set dummy0 master br0
ip link set dummy0 up
sleep 1.2
ip link show br0
ip link show dummy0
bridge link
bridge fdb show br br0 | grep -v '^\(01:00:5e\|33:33\)' | sort
ip addr add 10.0.0.1/24 dev br0
ping -c 1 -W 0.5 10.0.0.2 | grep -o '.*received'
ip -s link show dummy0 | tail -n 1
ip link set dummy0 nomaster
ip link show br0
ip link del br0
ip link show dummy0
