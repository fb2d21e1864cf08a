#!/bin/bash
# Hardware addresses of devices.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1
ip link show eth0
ip link set eth0 address 02:AB:cd:00:00:0F
ip link show eth0
ip link set eth0 up
ip link set eth0 address 02:00:00:00:00:07
ip link show eth0
ip link set eth0 broadcast 03:00:00:00:00:01
ip link show eth0
ip link set eth0 broadcast ff:ff:ff:ff:ff:ff
ip link set lo address 02:00:00:00:00:01
ip link show lo
ip link set eth1 address 00:00:00:00:00:00
ip link set eth1 address 02:00:00:00:00
ip link set eth1 address 02:00:00:00:00:01:02
ip link set eth1 address 02:00:00:00:00:gg
cat /sys/class/net/eth0/address /sys/class/net/eth0/broadcast
cat /sys/class/net/eth0/addr_assign_type /sys/class/net/eth1/addr_assign_type
