#!/bin/bash
# Everything that can be said at creation.
ip netns add n1
ip link add name one index 50 mtu 1400 txqueuelen 77 address 02:00:00:00:00:01 type veth peer name two mtu 1300 address 02:00:00:00:00:02
ip link show one
ip link show two
ip link add link one name x type veth
ip link add index 50 name three type veth
ip link add three index 60 up address 02:00:00:00:00:03 netns n1 type veth peer four
ip link add five numtxqueues 3 numrxqueues 4 address 02:00:00:00:00:05 type veth peer name six
ip -d link show five
ip -n n1 link show three
ip -br link | awk '{print $1, $2}'
ip link add br9 up index 99 address 02:00:00:00:00:09 type bridge
ip link show br9
ip link add type veth
ip link add type veth
ip -br link show type veth | awk '{print $1}'
ip link add type bridge
ip link add "veth%d" type veth
ip -br link | awk '{print $1}'
ip link add same type veth peer name same
