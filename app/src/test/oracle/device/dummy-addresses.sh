#!/bin/bash
# Addresses that live on no wire.
ip link set lo up
ip link add svc address 02:00:00:00:00:d0 type dummy
ip addr add 10.96.0.1/32 dev svc
ip addr add 10.96.0.10/32 dev svc
ip addr add 192.168.50.1/24 brd + dev svc
ip addr show svc
ip route
ip link set svc up
ip addr show svc
ip route
ip route show table local
ping -c 1 10.96.0.10 | grep -o '.*received'
ping -c 1 192.168.50.1 | grep -o '.*received'
ip route get 10.96.0.1
ip route get 192.168.50.99
ip -s link show lo | tail -n 4
ip -s link show svc | tail -n 4
ip route add 172.20.0.0/16 via 192.168.50.254
ip route add 172.21.0.0/16 dev svc
ip route
ip link set svc down
ip route
ip addr show svc
