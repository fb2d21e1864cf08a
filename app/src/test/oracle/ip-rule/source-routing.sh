#!/bin/bash
# Two uplinks, chosen by source address.
ip netns add isp1
ip netns add isp2
ip link add up1 address 02:00:00:00:01:01 type veth peer name eth0 address 02:00:00:00:01:02 netns isp1
ip link add up2 address 02:00:00:00:02:01 type veth peer name eth0 address 02:00:00:00:02:02 netns isp2
ip addr add 192.0.2.1/24 dev up1
ip addr add 198.51.100.1/24 dev up2
ip -n isp1 addr add 192.0.2.254/24 dev eth0
ip -n isp2 addr add 198.51.100.254/24 dev eth0
for n in 1 2; do
    ip link set up$n up
    ip -n isp$n link set eth0 up
    ip -n isp$n link set lo up
    ip -n isp$n addr add 203.0.113.1/32 dev lo
    ip -n isp$n addr add 203.0.113.10$n/32 dev lo
done
sleep 1.2
ip route add default via 192.0.2.254 table 1
ip route add default via 198.51.100.254 table 2
ip route add default via 192.0.2.254
ip rule add from 192.0.2.1 table 1
ip rule add from 198.51.100.1 table 2
ip rule
ip route get 203.0.113.1
ip route get 203.0.113.1 from 198.51.100.1
ping -c 1 -W 1 -I 192.0.2.1 203.0.113.101
ping -c 1 -W 1 -I 198.51.100.1 203.0.113.102
ping -c 1 -W 1 -I 198.51.100.1 203.0.113.101
ip netns exec isp2 cat /sys/class/net/eth0/statistics/rx_packets
ip rule del from 198.51.100.1
ip route get 203.0.113.1 from 198.51.100.1
