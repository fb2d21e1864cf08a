#!/bin/bash
# lo: addresses, self-delivery, and what needs it.
ping -c 1 -W 1 127.0.0.1
ip link set lo up
ping -c 1 -W 1 127.0.0.1 | grep -o '.*received'
ping -c 1 -W 1 127.1.2.3 | grep -o '.*received'
ip link add eth0 type veth peer name eth1
ip addr add 10.0.0.1/24 dev eth0
ping -c 1 -W 1 10.0.0.1 | grep -o '.*received'
ip link set eth0 up
ping -c 1 -W 1 10.0.0.1 | grep -o '.*received'
ip addr add 172.31.0.1/32 dev lo
ping -c 1 -W 1 172.31.0.1 | grep -o '.*received'
ip route get 172.31.0.1
ip -s link show lo
ip addr del 127.0.0.1/8 dev lo
ping -c 1 -W 1 127.0.0.1
ip addr add 127.0.0.1/8 dev lo
ping -c 1 -s 60000 127.0.0.1 | grep -o '.*received'
ping -c 1 -s 65508 127.0.0.1 | grep -o '.*received'
ip link set lo mtu 1500
ping -c 1 -s 8000 127.0.0.1 | grep -o '.*received'
ip -s link show lo | tail -n 4
ip link set lo down
ip route show table local
ping -c 1 -W 1 10.0.0.1 | grep -o '.*received'
