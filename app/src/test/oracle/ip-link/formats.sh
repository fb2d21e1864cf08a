#!/bin/bash
# One listing in every output format.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link add br0 address 02:00:00:00:00:03 type bridge
ip link set eth1 master br0 up
ip link set eth0 up
ip link set br0 up
sleep 1.2
ip link
ip -o link
ip -br link
ip -br -o link show eth0
ip -d link show eth0
ip -4 link show eth0
ip -0 link show eth0
ip -c=always link show eth0
ip link show master br0
ip link show type bridge
ip link show nomaster
ip link show vrf br0
ip -f link link show eth0
ip -family inet link show lo
ip -f ipx link
