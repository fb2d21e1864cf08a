#!/bin/bash
# Settings that listeners are told of.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip -4 monitor netconf >events 2>&1 &
ip -4 -o monitor label netconf link >labelled 2>&1 &
ip -4 monitor dev eth0 netconf >one 2>&1 &
sleep 0.5
sysctl -qw net.ipv4.conf.eth0.rp_filter=1
sysctl -qw net.ipv4.conf.eth0.rp_filter=1
sysctl -qw net.ipv4.conf.eth0.rp_filter=2
sysctl -qw net.ipv4.conf.eth1.rp_filter=2
sysctl -qw net.ipv4.conf.eth0.proxy_arp=1
sysctl -qw net.ipv4.conf.eth0.arp_ignore=1
sysctl -qw net.ipv4.conf.eth0.forwarding=1
sysctl -qw net.ipv4.ip_forward=1
sysctl -qw net.ipv4.ip_forward=1
sysctl -qw net.ipv4.conf.all.rp_filter=1
sysctl -qw net.ipv4.conf.all.forwarding=0
sysctl -qw net.ipv4.conf.default.rp_filter=2
sysctl -qw net.ipv4.conf.default.forwarding=1
sysctl -qw net.ipv4.conf.all.ignore_routes_with_linkdown=1
sysctl -qw net.ipv4.conf.eth1.ignore_routes_with_linkdown=1
sysctl -qw net.ipv4.conf.all.proxy_arp=1
sysctl -qw net.ipv4.conf.all.bc_forwarding=1
ip link add br0 address 02:00:00:00:00:03 type bridge
ip link del br0
sleep 0.3
kill %1 %2 %3
wait 2>/dev/null
cat events
cat labelled
cat one
ip -4 netconf show dev eth0
ip -4 netconf
ip -4 netconf show
ip -4 -j netconf show dev eth0
ip -4 netconf show dev nosuch
