#!/bin/bash
# Links in every form there is, with every detail.
ip netns add b
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set lo up
ip -n b link set eth0 up
sleep 1.2
ip link add br0 address 02:00:00:00:00:10 type bridge
ip link add p0 address 02:00:00:00:00:03 type veth peer name p1 address 02:00:00:00:00:04
ip link set p0 master br0 up
ip link set p1 up
ip link set br0 up alias "the bridge" group 7
ip link property add dev p1 altname port-one altname another-name
sleep 1.2
ip -d link show dev p0
ip -d link show dev br0
ip -d -j -p link show dev p1
ip -s -s link show dev p1 | head -n 3
ip -s -d -o link show dev lo
ip -br link
ip -br -j link show type bridge
ip link show master br0
ip link show type veth up
ip link show group 7
ip -o -s link show group 7 | cut -c1-120
ip link show port-one
ip link show nosuch
ip link list p0
ip li sh de p0
ip -h -s link show dev lo
ip -iec -h -s link show dev lo
ip -j -s link show dev lo
ip link show vrf red
ip link show type nonsense
ip link show xdp
ip -0 link show dev lo
ip -B link show
ip -6 link show dev lo
ip -4 -o link show dev lo
