#!/bin/bash
# Setting things with ifconfig.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ifconfig eth1 up
ifconfig eth0 10.0.0.1
ip addr show eth0
ifconfig eth0 192.168.1.1
ip addr show eth0
ifconfig eth0 172.16.0.1 netmask 255.255.255.0 broadcast 172.16.0.99
ip addr show eth0
ifconfig eth0 mtu 1400
ifconfig eth0 txqueuelen 55
ifconfig eth0 promisc
ifconfig eth0 -arp
sleep 1.2
ifconfig eth0
ifconfig eth0 -promisc arp
ifconfig eth0 allmulti
ifconfig eth0 -multicast
ifconfig eth0
ifconfig eth0 hw ether 02:00:00:00:00:77
ip link show eth0
ifconfig eth0 down
ifconfig eth0 hw ether 02:00:00:00:00:78
ip addr show eth0
ifconfig eth0 0.0.0.0
ip addr show eth0
ifconfig eth0 pointopoint 10.0.0.9
ifconfig eth0 10.0.0.1 pointopoint 10.0.0.9 up
ip addr show eth0
ip route
