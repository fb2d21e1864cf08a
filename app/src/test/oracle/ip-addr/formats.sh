#!/bin/bash
# Listings in every format.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link set lo up
ip link set eth0 up
ip link set eth1 up
ip addr add 10.0.0.1/24 brd + dev eth0
ip addr add 10.0.0.2/24 dev eth0 label eth0:b
ip addr add 172.16.0.1 peer 172.16.0.2/32 dev eth1
sleep 1.2
ip a
ip addr list
ip -4 addr
ip -o addr
ip -4 -o addr show eth0
ip -br addr
ip -br -4 a s
ip -j addr
ip -j -p addr show eth0
ip -d addr show eth1
ip -s addr show eth1
ip -c=always addr show eth0
ip address show up type veth
ip -4 addr show master br0
