#!/bin/bash
# Isolated ports, hairpin, and no flooding.
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
ip addr add 10.0.0.254/24 dev br0
sleep 1.2
try() { ip netns exec h$1 ping -c 1 -W 1 10.0.0.$2 | grep -o '[0-9]* received'; }
bridge link set dev p1 isolated on
bridge link set dev p2 isolated on
try 1 2
try 1 3
try 2 3
try 1 254
bridge link set dev p1 isolated off
try 1 2
bridge link set dev p3 flood off learning off
bridge fdb show dev p3
bridge fdb del 02:00:00:00:00:a3 dev p3 master
ip -n h1 neigh replace 10.0.0.3 lladdr 02:00:00:00:00:a3 dev eth0
try 1 3
bridge fdb add 02:00:00:00:00:a3 dev p3 master static
try 1 3
ip netns exec h1 tcpdump -Q in -nti eth0 icmp >seen 2>/dev/null &
sleep 0.8
ip netns exec h1 ping -c 1 -W 1 -b 10.0.0.255 | tail -n 2
bridge link set dev p1 hairpin on
ip netns exec h1 ping -c 1 -W 1 -b 10.0.0.255 | tail -n 2
sleep 1.5
kill -INT $!
wait $!
cat seen
