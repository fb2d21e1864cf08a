#!/bin/bash
# Owners, flags, JSON.
ip tuntap add dev tap0 mode tap user 4242 group 4343
ip tuntap add dev tap1 mode tap multi_queue
ip tuntap add dev tun1 mode tun pi
ip tuntap add dev tap2 mode tap vnet_hdr one_queue
ip tuntap
ip -j tuntap
ip -d -j link show tap0 | grep -o '"info_kind".*}}'
ip -d -j link show tun1 | grep -o '"info_kind".*}}'
cat /sys/class/net/tap0/tun_flags /sys/class/net/tap0/owner /sys/class/net/tap0/group
cat /sys/class/net/tun1/type
ip link add tap7 type tun
ip link set tap1 mtu 9000
ip link show tap1 | grep -o 'mtu.*'
ip link set tap0 name renamed
ip tuntap list | cut -d: -f1
ip netns add red
ip link set renamed netns red
ip -n red tuntap
ip -n red link | grep -o 'renamed: .*'
