#!/bin/bash
# MTU limits of lo and veth, and the forwarded frames that do not fit through the peer.
ip netns add far
ip netns add near
ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02 netns far
ip link add w0 mtu 9000 address 02:00:00:00:00:03 type veth peer name w1 mtu 9000 address 02:00:00:00:00:04 netns near
ip addr add 192.0.2.1/30 dev v0
ip addr add 192.0.2.5/30 dev w0
ip -n far addr add 192.0.2.2/30 dev v1
ip -n near addr add 192.0.2.6/30 dev w1
sysctl -w net.ipv4.ip_forward=1
ip link set v0 up mtu 9000
ip link set w0 up
ip -n far link set v1 up
ip -n near link set w1 up
ip -n near route add default via 192.0.2.5
ip -n far route add default via 192.0.2.1
sleep 1.2
ip link show v0
ip netns exec far ip link show v1
ip netns exec near ping -c 1 -W 1 -s 1472 192.0.2.2 | grep -o '[0-9]* packets.*loss'
ip netns exec near ping -c 1 -W 1 -s 4000 192.0.2.2 | grep -o '[0-9]* packets.*loss'
ip -s link show v0
ip -n far -s link show v1
ip link set v0 mtu 67
ip link set v0 mtu 68
ip link set v0 mtu 65535
ip link show v0
ip link set v0 mtu 65536
ip link set v0 mtu -1
ip link set v0 mtu lots
ip link set lo mtu 1000
ip link show lo
ip link set lo mtu 65536
ip link set nothere mtu 1400
