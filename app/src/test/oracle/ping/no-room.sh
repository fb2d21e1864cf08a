#!/bin/bash
# The other end of the cable takes no packets so long: the device has no room, as it says.
ip netns add far
ip link add v0 type veth peer name v1 mtu 1000 netns far
ip addr add 192.0.2.1/24 dev v0
ip -n far addr add 192.0.2.2/24 dev v1
ip link set v0 up
ip -n far link set v1 up
sleep 1.2
ping -c 2 -i 0.2 -W 1 -s 100 192.0.2.2 | grep -o '.*received'
ping -c 2 -i 0.2 -W 1 -s 1200 192.0.2.2
ping -c 2 -i 1 -W 2 -s 1200 192.0.2.2 | grep -o '.*received'
ip -n far link set v1 mtu 1500
ping -c 2 -i 0.2 -s 1200 192.0.2.2 | grep -o '.*received'
cat /proc/net/snmp | grep '^Ip:' | cut -d' ' -f 11,12,13
ip -s link show v0 | tail -n 1 | tr -s ' '
