#!/bin/bash
# The bridge's MTU and carrier follow its ports.
ip link add br0 address 02:00:00:00:00:10 type bridge
ip link set br0 up
ip link show br0
ip link add p0 address 02:00:00:00:00:01 type veth peer name h0 address 02:00:00:00:00:a1
ip link add p1 address 02:00:00:00:00:02 mtu 1300 type veth peer name h1 address 02:00:00:00:00:a2
ip link set p0 master br0
ip link show br0
ip link set p0 up
ip link set h0 up
sleep 1.2
ip link show br0
ip link set p1 master br0
ip link show br0
ip link set p1 nomaster
ip link show br0
ip link set br0 mtu 1450
ip link set p1 master br0
ip link show br0
ip link set h0 down
sleep 1.2
ip link show br0
ip link del h0
sleep 0.5
ip link show br0
ip -br link show master br0
