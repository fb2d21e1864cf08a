#!/bin/bash
# What ifconfig says to mistakes.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ifconfig nosuch
ifconfig nosuch up
ifconfig eth0 10.0.0.300
ifconfig eth0 10.0.0.1 netmask 255.255.255.300
ifconfig eth0 10.0.0.1/40
ifconfig eth0 mtu 10
ifconfig eth0 mtu 100000
ifconfig eth0 mtu
ifconfig eth0 frobnicate
ifconfig -Z 2>&1 | head -n 2
ifconfig eth0 10.0.0.1 netmask 255.0.255.0
ifconfig eth9:1 10.0.0.1
ifconfig eth0:1 down
ifconfig toolongnamefordevice
ifconfig -V | head -n 1
ip addr show eth0
