#!/bin/bash
# Replacing and flushing.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link set eth0 up
ip link set eth1 up
sleep 1.2
ip addr replace 10.0.0.1/24 dev eth0
ip addr replace 10.0.0.1/24 dev eth0
ip addr change 10.0.0.9/24 dev eth0
ip addr add 10.1.0.1/24 dev eth0
ip addr add 10.1.0.2/24 dev eth0
ip addr add 10.2.0.1/16 dev eth0 label eth0:2
ip -s addr flush dev eth0 label eth0:2
ip -4 -o addr
ip -s -s addr flush to 10.1.0.0/16
ip -4 -o addr
ip addr flush dev eth0
ip addr flush dev eth0
ip -s addr flush dev eth0
ip addr flush
ip addr flush dev nosuch
ip addr show eth0
ip route
