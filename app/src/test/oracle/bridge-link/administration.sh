#!/bin/bash
# A bridge, as its administrator keeps it.
ip link add br0 address 02:00:00:00:00:10 type bridge
ip link add p0 address 02:00:00:00:00:20 type veth peer name e0 address 02:00:00:00:00:30
ip link add p1 address 02:00:00:00:00:21 type veth peer name e1 address 02:00:00:00:00:31
ip link set p0 master br0
ip link set p1 master br0
for d in br0 p0 p1 e0 e1; do ip link set $d up; done
sleep 1.2
bridge link
bridge -d link show dev p0
bridge -j -p link show dev p0
bridge -s link | head -n 2
bridge -o link
bridge fdb | grep -v 33:33
bridge fdb show br br0 | grep -v 33:33
bridge -s fdb show br br0 brport p0 | grep -v 33:33 | sed 's/used [0-9/]*/used N/'
bridge -j fdb show dev p1 | sed 's/{"mac":"33[^}]*},*//g'
bridge fdb add 02:00:00:00:00:99 dev p0 master static
bridge fdb add 02:00:00:00:00:98 dev p1 master dynamic
bridge fdb append 02:00:00:00:00:97 dev p1 master
bridge fdb add 02:00:00:00:00:96 dev p1 self
bridge fdb replace 02:00:00:00:00:99 dev p1 master
bridge fdb add 02:00:00:00:00:99 dev p1 master
bridge fdb show br br0 state static
bridge fdb show br br0 state permanent | grep -v 33:33
bridge fdb get 02:00:00:00:00:98 br br0
bridge fdb get 02:00:00:00:00:77 br br0
bridge fdb del 02:00:00:00:00:98 dev p0 master
bridge fdb del 02:00:00:00:00:98 dev p1 master
bridge fdb add 02:00 dev p1 master
bridge fdb add 02:00:00:00:00:95 dev nosuch master
bridge fdb add 02:00:00:00:00:95 master
bridge fdb add 01:00:5e:00:00:01 dev p1 master
bridge fdb show br nosuch
bridge fdb flush dev br0
bridge fdb frob
bridge link set dev p0 cost 5 priority 3 state 3
bridge link set dev p0 hairpin on guard on learning off flood off
bridge -d link show dev p0
bridge link set dev p0 cost x
bridge link set dev p0 hairpin maybe
bridge link set dev e0 cost 5
bridge link set cost 5
bridge link set dev p0 state 9
bridge link set dev p0 priority 99
bridge link show dev nosuch
bridge vlan
bridge mdb
bridge frob
bridge
ip -d link show br0 | head -n 3 | cut -c1-200
ip link set br0 type bridge ageing_time 1000 forward_delay 400 stp_state 1 priority 100
ip link set br0 type bridge ageing_time x
ip link set br0 type bridge nonsense 1
ip link set p0 type bridge_slave cost 9 mcast_flood off
ip link set p0 nomaster
bridge link show dev p0
bridge -V | cut -d, -f1
