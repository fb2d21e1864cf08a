#!/bin/bash
# Port states decide who may talk.
ip link add br0 address 02:00:00:00:00:10 type bridge
for n in 1 2; do
    ip netns add h$n
    ip link add p$n address 02:00:00:00:00:0$n type veth peer name eth0 address 02:00:00:00:00:a$n netns h$n
    ip link set p$n master br0
    ip link set p$n up
    ip -n h$n link set eth0 up
    ip -n h$n addr add 10.0.0.$n/24 dev eth0
done
ip link set br0 up
sleep 1.2
ip netns exec h1 ping -c 1 -W 1 10.0.0.2 | grep -o '[0-9]* received'
bridge link set dev p1 state 0
bridge link show dev p1
ip netns exec h1 ping -c 1 -W 1 10.0.0.2 | grep -o '[0-9]* received'
bridge link set dev p1 state 1
bridge link show dev p1
ip netns exec h1 ping -c 1 -W 1 10.0.0.2 | grep -o '[0-9]* received'
bridge link set dev p1 state learning
bridge link show dev p1
ip netns exec h1 ping -c 1 -W 1 10.0.0.2 | grep -o '[0-9]* received'
bridge link set dev p1 state forwarding
ip netns exec h1 ping -c 1 -W 1 10.0.0.2 | grep -o '[0-9]* received'
bridge link set dev p2 state blocking
ip netns exec h1 ping -c 1 -W 1 10.0.0.2 | grep -o '[0-9]* received'
ip link set p2 down
ip link set p2 up
sleep 1.2
bridge link
ip netns exec h1 ping -c 1 -W 1 10.0.0.2 | grep -o '[0-9]* received'
