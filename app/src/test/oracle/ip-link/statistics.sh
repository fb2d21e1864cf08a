#!/bin/bash
# Counters after a known exchange.
ip netns add peer
ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02 netns peer
ip addr add 10.9.0.1/24 dev v0
ip -n peer addr add 10.9.0.2/24 dev v1
ip link set v0 up
ip -n peer link set v1 up
sleep 1.2
ip -s link show v0
ping -q -c 3 -i 0.2 10.9.0.2 | head -n 1
ip -s link show v0
ip -n peer -s link show v1
ip -s -s link show v0
ip -s -o link show v0
ping -q -c 2 -i 0.2 -b 10.9.0.255 | tail -n 2
ip -n peer -s link show v1
cat /sys/class/net/v0/statistics/tx_packets /sys/class/net/v0/statistics/tx_bytes
ip netns exec peer cat /sys/class/net/v1/statistics/rx_packets
grep v0 /proc/net/dev
ip link set v0 down
ping -c 1 -W 1 10.9.0.2
ip -s link show v0
