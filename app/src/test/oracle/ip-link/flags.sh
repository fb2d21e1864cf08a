#!/bin/bash
# Flags on the command line and as they are listed.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link set eth0 promisc on
ip link show eth0
ip -d link show eth0
ip link set eth0 allmulticast on
ip link set eth0 multicast off
ip link set eth0 arp off
ip link show eth0
ip link set eth0 promisc off allmulticast off multicast on arp on
ip link show eth0
ip link set eth0 dynamic on
ip link show eth0
ip link set eth0 dynamic off
ip link set eth0 trailers on
ip link show eth0
ip link set eth0 carrier off
ip link set eth0 up
ip link set eth1 up
sleep 1.2
ip link show eth0
ip link set eth0 mode dormant
ip link show eth0
ip link set eth0 mode default
ip link set eth0 promisc maybe
ip link set eth0 arp
