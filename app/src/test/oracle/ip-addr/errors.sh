#!/bin/bash
# What ip addr says to mistakes.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip addr add
ip addr add 10.0.0.1/24
ip addr add dev eth0
ip addr add 10.0.0.1/33 dev eth0
ip addr add 10.0.0/24 dev eth0
ip addr add 10.0.0.256/24 dev eth0
ip addr add 10.0.0.1/24 dev nosuch
ip addr add 10.0.0.1/24 dev eth0 dev eth1
ip addr add 10.0.0.1/24 10.0.0.2/24 dev eth0
ip addr del 10.0.0.1/24 dev eth0
ip addr del 10.0.0.1/24 dev nosuch
ip addr add 0.0.0.0/0 dev eth0
ip addr add 255.255.255.255/32 dev eth0
ip addr add 224.0.0.1/24 dev eth0
ip addr add 10.0.0.1/0 dev eth0
ip addr add 10.0.0.0/24 dev eth0
ip addr add 10.0.0.255/24 dev eth0
ip addr add 10.0.0.1/24 brd 10.0.0.300 dev eth0
ip addr show eth9
ip addr show dev
ip addr foo
ip addr add 10.1.0.1/24 dev eth0 frobnicate
ip -4 -br addr
