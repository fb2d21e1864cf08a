#!/bin/bash
# A bridge in full detail.
ip link add br0 address 02:00:00:00:00:10 type bridge
ip -d link show br0
ip -j -p -d link show br0
ip link set br0 type bridge stp_state 1 priority 4096 forward_delay 400 hello_time 100 max_age 600 ageing_time 1000
ip -d link show br0
ip link add br1 address 02:00:00:00:00:11 type bridge mcast_snooping 0 vlan_filtering 0 group_fwd_mask 8 nf_call_iptables 1
ip -d link show br1
ip link add p0 address 02:00:00:00:00:01 type veth peer name h0 address 02:00:00:00:00:a1
ip link set p0 master br0
ip link set p0 master br1
ip link show p0
ip link set br1 master br0
ip link set br0 master br0
ip link set lo master br0
ip link set br0 mtu 1400
ip link show br0
ip link set br0 type bridge forward_delay 1
ip link set br0 type bridge hello_time 5000
ip link set br0 type bridge max_age 1
ip link set br0 type bridge priority 70000
ip link set br0 type bridge nonsense 1
ip link del br0 type veth
ip link del br0 type bridge
ip link show type bridge
