#!/bin/bash
# tap and tun devices of the kernel.
ip tuntap add dev tap0 mode tap
ip tuntap add dev tun0 mode tun
ip link show tap0 | sed 's/ether [0-9a-f:]*/ether MAC/'
ip link show tun0
ip tuntap
ip tuntap show
ip tuntap list | sort
ip link set tap0 address 02:00:00:00:00:99
ip addr add 10.0.0.1/24 dev tap0
ip addr add 10.1.0.1/24 dev tun0
ip link set tap0 up
ip link set tun0 up
ip link show tap0
ip link show tun0
ip addr show tun0
ip route
ping -c 1 -W 1 10.0.0.2
ip -d link show tap0 | head -n 3
ip -d link show tun0 | tail -n 1
ip link add br0 address 02:00:00:00:00:10 type bridge
ip link set tap0 master br0
ip link set tun0 master br0
bridge link
ip tuntap add dev tap0 mode tap
ip tuntap add dev x
ip tuntap add mode tap
ip tuntap add dev tap9 mode frob
ip tuntap del dev tun0 mode tun
ip tuntap del dev nosuch mode tap
ip link del tap0
ip tuntap
