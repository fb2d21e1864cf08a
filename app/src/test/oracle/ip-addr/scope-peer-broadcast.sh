#!/bin/bash
# Scope, peer, broadcast, label, metric.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link set eth0 up
ip link set eth1 up
sleep 1.2
ip addr add 10.0.0.1/24 broadcast + dev eth0
ip addr add 10.0.1.1/24 brd 10.0.1.99 dev eth0
ip addr add 10.0.2.1/24 broadcast - dev eth0
ip addr add 10.0.3.1 peer 10.0.3.2 dev eth0
ip addr add 10.0.4.1 peer 10.0.5.0/24 dev eth0
ip addr add 10.0.6.1/24 scope link dev eth0
ip addr add 10.0.7.1/24 scope host dev eth0
ip addr add 10.0.8.1/24 scope 77 dev eth0
ip addr add 10.0.9.1/31 dev eth0
ip addr add 10.0.10.1/24 label eth0:web dev eth0
ip addr add 10.0.11.1/24 noprefixroute dev eth0
ip addr add 10.0.12.1/24 metric 300 dev eth0
ip addr show eth0
ip route
ip route show table local
ip addr show scope host
ip addr show label 'eth0:*'
ip addr show to 10.0.3.0/24
ip addr show to 10.0.8.1
ip addr add 127.0.0.2/8 dev eth0
ip addr add 10.0.13.1/24 label web dev eth0
ip addr add 10.0.14.1/24 scope moon dev eth0
