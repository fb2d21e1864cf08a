#!/bin/bash
# The same through ip link set type bridge_slave, and through /sys.
ip link add br0 address 02:00:00:00:00:10 type bridge
ip link add p0 address 02:00:00:00:00:01 type veth peer name h0 address 02:00:00:00:00:a1
ip link set p0 master br0
ip link set p0 type bridge_slave hairpin on cost 9 priority 5 learning off isolated on
bridge -d link show dev p0
cat /sys/class/net/p0/brport/{hairpin_mode,path_cost,priority,learning,isolated,state,port_no,port_id}
echo 1 >/sys/class/net/p0/brport/learning
echo 0 >/sys/class/net/p0/brport/hairpin_mode
echo 77 >/sys/class/net/p0/brport/path_cost
echo 99999999 >/sys/class/net/p0/brport/path_cost
bridge -d link show dev p0
ip link set h0 type bridge_slave hairpin on
ip link set p0 type bridge_slave nonsense
ip -d link show dev p0
ls /sys/class/net/br0/brif
readlink /sys/class/net/p0/master
ip link set p0 nomaster
ls /sys/class/net/br0/brif
cat /sys/class/net/p0/brport/state
