#!/bin/bash
# What bridge fdb says to mistakes.
ip link add br0 address 02:00:00:00:00:10 type bridge
ip link add p0 address 02:00:00:00:00:01 type veth peer name h0 address 02:00:00:00:00:a1
bridge fdb add
bridge fdb add 02:00:00:00:01:01
bridge fdb add dev p0
bridge fdb add zz dev p0
bridge fdb add 02:00:00:00:01:01 dev nosuch
bridge fdb add 02:00:00:00:01:01 dev p0 master
bridge fdb add 02:00:00:00:01:01 dev p0
ip link set p0 master br0
bridge fdb add 02:00:00:00:01 dev p0 master
bridge fdb add 02:00:00:00:01:01:02 dev p0 master
bridge fdb add ff:ff:ff:ff:ff:ff dev p0 master
bridge fdb add 00:00:00:00:00:00 dev p0 master
bridge fdb add 02:00:00:00:01:01 dev p0 master nonsense
bridge fdb add 02:00:00:00:01:01 dev p0 master vlan 5000
bridge fdb add 02:00:00:00:01:01 dev p0 master vlan 5
bridge fdb del 02:00:00:00:01:01 dev p0
bridge fdb del 02:00:00:00:01:01 dev p0 master
bridge fdb show br nosuch
bridge fdb show dev nosuch
bridge fdb get 02:00:00:00:01:01
bridge fdb get br br0
bridge fdb foo
bridge fdb show br br0 | grep -v '^\(01:00:5e\|33:33\)'
