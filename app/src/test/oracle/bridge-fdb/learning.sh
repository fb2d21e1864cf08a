#!/bin/bash
# Addresses are learned where they are seen, and forgotten.
ip link add br0 address 02:00:00:00:00:10 type bridge mcast_snooping 0
for n in 1 2 3; do
    ip netns add h$n
    ip link add p$n address 02:00:00:00:00:0$n type veth peer name eth0 address 02:00:00:00:00:a$n netns h$n
    ip link set p$n master br0
    ip link set p$n up
    ip -n h$n link set eth0 up
    ip -n h$n addr add 10.0.0.$n/24 dev eth0
done
ip link set br0 up
sleep 1.2
bridge fdb show | grep -c 02:00:00:00:00:a
ip netns exec h1 ping -c 2 -i 0.2 10.0.0.2 | grep -o '[0-9]* received'
bridge fdb show | grep 02:00:00:00:00:a | sort
ip -n h3 -s link show eth0 | tail -n 3 | head -n 1
ip -n h3 link set eth0 address 02:00:00:00:00:a1
ip netns exec h3 ping -c 1 -W 1 -b 10.0.0.255 | grep -o '[0-9]* received'
bridge fdb show | grep 02:00:00:00:00:a | sort
bridge -s fdb show dev p2
bridge link set dev p2 learning off
ip link set p3 down
sleep 0.2
bridge fdb show | grep 02:00:00:00:00:a | sort
ip netns exec h1 ping -c 1 10.0.0.2 | grep -o '[0-9]* received'
bridge fdb show | grep 02:00:00:00:00:a | sort
ip link set p1 nomaster
bridge fdb show | grep 02:00:00:00:00:a | sort
