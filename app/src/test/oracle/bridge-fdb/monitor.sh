#!/bin/bash
# bridge monitor, and the listings as JSON.
ip link add br0 address 02:00:00:00:00:10 type bridge
ip link add p0 address 02:00:00:00:00:01 type veth peer name h0 address 02:00:00:00:00:a1
ip link set p0 master br0
for d in br0 p0 h0; do ip link set $d up; done
sleep 1.2
bridge monitor fdb >fdb 2>&1 &
bridge monitor link >link 2>&1 &
sleep 0.5
bridge fdb add 02:00:00:00:01:01 dev p0 master static
bridge fdb replace 02:00:00:00:01:01 dev p0 master dynamic
bridge fdb del 02:00:00:00:01:01 dev p0 master
bridge link set dev p0 cost 50
bridge link set dev p0 state 0
sleep 1.5
kill %1 %2
wait 2>/dev/null
cat fdb
cat link
bridge fdb add 02:00:00:00:01:02 dev p0 master static
bridge -j fdb show br br0 state static
bridge -j -p fdb get 02:00:00:00:01:02 br br0
bridge monitor nonsense
