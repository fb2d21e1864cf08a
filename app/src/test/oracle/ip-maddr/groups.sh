#!/bin/bash
# Groups that devices and the host listen to.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip -4 maddr
ip link set lo up
ip link set eth0 up
ip link set eth1 up
sleep 1.2
ip -4 maddr
ip -4 maddr show dev eth0
ip -0 maddr show dev eth0 | grep -v 33:33
ip maddr add 01:00:5e:00:00:42 dev eth0
ip maddr add 33:33:00:00:00:05 dev eth0
ip -0 maddr show dev eth0 | grep -v 33:33:00:00:00:01
ip maddr add 01:00:5e:00:00:42 dev eth0
ip maddr del 01:00:5e:00:00:42 dev eth0
ip maddr del 01:00:5e:00:00:42 dev eth0
ip maddr del 01:00:5e:00:00:01 dev eth0
ip maddr add 239.1.2.3 dev eth0
ip maddr add 01:00:5e:00:00:42
ip maddr add dev eth0
ip maddr add 01:00:5e:00:00:42 dev nosuch
ip maddr show dev nosuch
ip addr add 239.1.2.3/32 dev eth0 autojoin
ip -4 maddr show dev eth0
ip -4 -j maddr show
ip -4 -j -p maddr show dev eth0
ip -4 -o maddr
ip -4 -s maddr show dev eth0
ip maddr frob
ip maddr help
ip m help 2>&1 | head -n 1
