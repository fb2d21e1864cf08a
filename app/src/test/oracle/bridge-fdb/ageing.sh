#!/bin/bash
# The ageing time, in hundredths of a second.
ip link add br0 address 02:00:00:00:00:10 type bridge ageing_time 500
ip netns add h1
ip link add p1 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:a1 netns h1
ip link set p1 master br0
ip link set p1 up
ip link set br0 up
ip addr add 10.0.0.254/24 dev br0
ip -n h1 addr add 10.0.0.1/24 dev eth0
ip -n h1 link set eth0 up
sleep 1.2
cat /sys/class/net/br0/bridge/ageing_time
ip netns exec h1 ping -c 1 10.0.0.254 | grep -o '[0-9]* received'
bridge fdb show dev p1 | grep a1
sleep 16
bridge fdb show dev p1 | grep a1
ip link set br0 type bridge ageing_time 0
ip netns exec h1 ping -c 1 10.0.0.254 | grep -o '[0-9]* received'
bridge fdb show dev p1 | grep a1
echo 30000 >/sys/class/net/br0/bridge/ageing_time
ip -d -j link show br0 | grep -o '"ageing_time":[0-9]*'
ip link set br0 type bridge ageing_time x
