#!/bin/bash
# What a watcher hears while an administrator works.
ip netns add b
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set lo up
ip -n b link set eth0 up
sleep 1.2
ip link add br0 address 02:00:00:00:00:10 type bridge
ip -4 monitor label link address route neigh rule netconf >events 2>&1 &
ip -o -4 monitor route >oneline 2>&1 &
ip -d -4 monitor route >details 2>&1 &
ip -j monitor route >json 2>&1 &
ip -4 monitor neigh >neigh 2>&1 &
bridge monitor all >bridge 2>&1 &
sleep 0.5
ip addr add 10.5.0.1/24 dev eth0 label eth0:five
ip addr change 10.5.0.1/24 dev eth0 label eth0:five valid_lft 100 preferred_lft 50
ip route add 10.6.0.0/16 via 10.0.0.2 metric 7 mtu 1300
ip route change 10.6.0.0/16 via 10.0.0.3 metric 7
ip route append 10.6.0.0/16 via 10.0.0.4 metric 7
ip route del 10.6.0.0/16 via 10.0.0.4
ip route add throw 10.7.0.0/16 table 9
ip route flush table 9
ip neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev eth0
ip neigh del 10.0.0.9 dev eth0
ip rule add fwmark 1 table 9 pref 100
ip rule del pref 100
ip addr flush dev eth0 label eth0:five
ip link add p0 address 02:00:00:00:00:20 type veth peer name e0 address 02:00:00:00:00:30
ip link set p0 master br0
ip link set p0 nomaster
ip link set eth0 mtu 1400
ip link set eth0 txqueuelen 100
ip link set eth0 address 02:00:00:00:00:aa
ip link set eth0 promisc on
ip link set eth0 alias text
sleep 0.3
kill %1 %2 %3 %4 %5 %6
wait 2>/dev/null
cat events
cat oneline
cat details
cat json
cat neigh
cat bridge
