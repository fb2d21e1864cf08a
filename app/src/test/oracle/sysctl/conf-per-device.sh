#!/bin/bash
# all, default, and a device of its own.
ip link add eth0 type veth peer name eth1
for key in forwarding rp_filter accept_local arp_ignore arp_announce arp_filter proxy_arp send_redirects accept_redirects log_martians; do
    sysctl net.ipv4.conf.all.$key net.ipv4.conf.default.$key net.ipv4.conf.eth0.$key
done
sysctl -w net.ipv4.conf.default.rp_filter=2
ip link add eth2 type veth peer name eth3
sysctl net.ipv4.conf.eth0.rp_filter net.ipv4.conf.eth2.rp_filter
sysctl -w net.ipv4.conf.all.forwarding=1
sysctl net.ipv4.ip_forward net.ipv4.conf.eth0.forwarding net.ipv4.conf.default.forwarding
sysctl -w net.ipv4.conf.eth0.forwarding=0
sysctl net.ipv4.ip_forward net.ipv4.conf.eth0.forwarding net.ipv4.conf.eth2.forwarding
sysctl -w net.ipv4.ip_forward=0
ip link set eth0 name wan
sysctl net.ipv4.conf.wan.rp_filter
sysctl net.ipv4.conf.eth0.rp_filter
ip link del wan
ls /proc/sys/net/ipv4/conf
ip netns add red
ip netns exec red sysctl net.ipv4.conf.default.rp_filter
ip netns exec red sysctl -w net.ipv4.ip_default_ttl=99
sysctl net.ipv4.ip_default_ttl
