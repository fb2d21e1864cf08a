#!/bin/bash
# Alternative names are as good as the name.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link property add dev eth0 altname uplink altname enp0s31f6.with-a-long-alternative-name
ip link show eth0
ip link show uplink
ip -o link show uplink
ip link set uplink up
ip addr add 10.1.1.1/24 dev uplink
ip addr show uplink
ip link property add dev eth1 altname uplink
ip link set eth1 name uplink
ip link property del dev eth0 altname uplink
ip link show uplink
ip link property del dev eth0 altname uplink
ip -j link show eth0
ip link property add dev missing altname x
