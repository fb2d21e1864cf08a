#!/bin/bash
# What ping says to mistakes and to failures at home.
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth1 address 02:00:00:00:00:0b
ping
ping -c 1
ping -c x 10.0.0.1
ping -c 0 10.0.0.1
ping -z 10.0.0.1
ping -s 65537 10.0.0.1
ping -s -1 10.0.0.1
ping -i x 10.0.0.1
ping -W x 10.0.0.1
ping -t 256 10.0.0.1
ping -M maybe 10.0.0.1
ping -p xyz 10.0.0.1
ping -c 1 10.0.0.1
ping -c 1 127.0.0.1
ping -c 1 256.0.0.1
ping -c 1 no.such.host.invalid
ping -c 1 -I nosuch 10.0.0.1
ip addr add 10.0.0.1/24 dev eth0
ip link set eth0 up
ip link set eth1 up
ping -c 1 -I 9.9.9.9 10.0.0.1
ping -c 1 10.0.0.255
ping -c 1 255.255.255.255
ping -c 1 -W 1 -I eth1 10.0.0.9
ping -V
