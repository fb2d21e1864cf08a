#!/bin/bash
# The name of the host.
hostname lab.example.org
hostname
hostname -s
hostname -f
hostname -d
hostname lab
hostname
hostname -s
hostname -d
hostname -i
hostname -I
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip addr add 10.0.0.1/24 dev eth0
ip addr add 10.0.0.2/24 dev eth0
ip addr add 172.16.0.1/24 dev eth1
hostname -I
ip link set lo up
hostname -I
ip link set eth0 up
ip link set eth1 up
hostname -I
cat /proc/sys/kernel/hostname
uname -n
