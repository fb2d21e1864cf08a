#!/bin/bash
# The same as JSON, plain and pretty.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link set eth0 up alias "to the lab" group 7
ip link set eth1 up
sleep 1.2
ip -j link
ip -j -p link show eth0
ip -json -pretty link show lo
ip -j -d link show eth1
ip -j -s link show lo
ip -j -s -s link show lo
ip -br -j link show eth0
ip -j link show nosuch
ip -j -o link show eth1
ip -j link show type bridge
ip -p link show lo
