#!/bin/bash
# What arping says to mistakes.
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth1 address 02:00:00:00:00:0b
arping
arping -c 1
arping -c x 10.0.0.2
arping -c 1 -I nosuch 10.0.0.2
arping -c 1 -I eth0 10.0.0.2
ip link set eth0 up
ip link set eth1 up
sleep 1.2
arping -c 1 -w 1 -I eth0 10.0.0.2
arping -c 1 -I lo 127.0.0.1
ip link set lo up
arping -c 1 -I lo 127.0.0.1
ip addr add 10.0.0.1/24 dev eth0
arping -c 1 -w 1 -I eth0 no.such.host.invalid
arping -c 1 -s 9.9.9.9 -I eth0 10.0.0.2
arping -Z -I eth0 10.0.0.2
ip link set eth0 arp off
arping -c 1 -w 1 -I eth0 10.0.0.2
arping -V
