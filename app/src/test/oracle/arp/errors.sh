#!/bin/bash
# What arp says to mistakes.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
arp -s
arp -s 10.0.0.2
arp -s 10.0.0.2 02:00:00:00:00:aa
arp -s 10.0.0.2 hello
ip addr add 10.0.0.1/24 dev eth0
ip link set eth0 up
ip link set eth1 up
arp -s 10.0.0.2 02:00:00
arp -s 10.99.0.2 02:00:00:00:00:aa
arp -s 300.0.0.1 02:00:00:00:00:aa
arp -d
arp -d no.such.host.invalid
arp -n -i nosuch
arp -f missing-file
arp -H nosuch -n
arp -Z 2>&1 | head -n 2
arp -V | head -n 1
