#!/bin/bash
# The virtual network joined to the real host by a TAP. It changes the host, so it has to be asked for, by root:
#
#     ./weft up labs/tap.sh &
#     ip addr add 10.9.0.1/24 dev weft0; ip link set weft0 up; ip route add 10.9.1.0/24 via 10.9.0.254
#     ping 10.9.1.1
#     ./weft down
set -e

echo "# The host's device weft0 leads to a router, behind which a bridge and a host are"
ip link add uplink type host mode tap dev weft0
ip addr add 10.9.0.254/24 dev uplink
ip link set uplink up

ip link add br0 type bridge
ip addr add 10.9.1.254/24 dev br0
ip link set br0 up
ip netns add inside
ip link add port type veth peer name eth0 netns inside
ip link set port master br0 up
ip -n inside addr add 10.9.1.1/24 dev eth0
ip -n inside link set eth0 up
ip -n inside route add default via 10.9.1.254
sysctl -q -w net.ipv4.ip_forward=1
ip -brief address
