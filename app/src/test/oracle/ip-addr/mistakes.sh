#!/bin/bash
# What goes wrong with addresses.
ip netns add b
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set lo up
ip -n b link set eth0 up
sleep 1.2
ip addr add 10.0.0.1/24 dev eth0
ip addr add 10.0.0.1/33 dev eth0
ip addr add 10.0.0 dev eth0
ip addr add 300.0.0.1/24 dev eth0
ip addr add 10.1.1.1/24
ip addr add dev eth0
ip addr add 10.1.1.1/24 dev nosuch
ip addr add 10.1.1.1/24 dev eth0 label other:1
ip addr add 10.1.1.1/24 dev eth0 label eth0:averyveryverylonglabel
ip addr add 10.1.1.1/24 dev eth0 scope galaxy
ip addr add 10.1.1.1/24 dev eth0 broadcast x
ip addr add 10.1.1.1/24 dev eth0 valid_lft 0
ip addr add 10.1.1.1/24 dev eth0 valid_lft 10 preferred_lft 20
ip addr add 10.1.1.1/24 dev eth0 proto 300
ip addr add 10.1.1.1/24 brd 10.1.1.255 brd 10.1.1.255 dev eth0
ip addr add local 10.1.1.1 local 10.1.1.2 dev eth0
ip addr add 0.0.0.0/8 dev eth0
ip addr add 255.255.255.255/32 dev eth0
ip addr add 224.1.1.1/24 dev eth0
ip addr del 10.7.7.7/24 dev eth0
ip addr del 10.0.0.1 dev eth0
ip addr del dev eth0
ip addr change 10.1.2.3/24 dev eth0 preferred_lft forever
ip addr replace 10.1.2.3/24 dev eth0 valid_lft forever metric 5
ip addr flush
ip addr flush dev nosuch
ip addr flush dev eth0 scope link
ip addr frobnicate
ip addr add help 2>&1 | head -n 2
ip -4 -o addr show dev eth0
ip -4 route show
