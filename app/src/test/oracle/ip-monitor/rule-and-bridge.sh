#!/bin/bash
# Rules, and a bridge being built.
ip monitor rule >rules 2>&1 &
ip monitor link >links 2>&1 &
sleep 0.5
ip rule add from 10.0.0.0/8 table 10
ip rule add fwmark 5 table 11 pref 99
ip rule del pref 99
ip link add br0 address 02:00:00:00:00:10 type bridge
ip link add p0 address 02:00:00:00:00:01 type veth peer name p1 address 02:00:00:00:00:02
ip link set p0 master br0
ip link set p0 nomaster
ip link del p0
ip link del br0
sleep 0.5
kill %1 %2
wait 2>/dev/null
cat rules
cat links
