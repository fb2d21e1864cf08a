#!/bin/bash
# sysctl(8) in every form.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
sysctl net.ipv4.ip_forward
sysctl -w net.ipv4.ip_forward=1
sysctl net.ipv4.ip_forward=0
sysctl -w net.ipv4.ip_forward = 1
sysctl -q -w net.ipv4.ip_forward=1
sysctl -n net.ipv4.ip_forward
sysctl -n net.ipv4.ip_forward net.ipv4.ip_default_ttl
sysctl -e net.nosuch.key
sysctl net.nosuch.key
sysctl net/ipv4/ip_forward
sysctl -N net.ipv4.ip_forward
sysctl -b net.ipv4.ip_forward
sysctl -w net.ipv4.nosuch=1
sysctl -w net.ipv4.ip_forward=abc
sysctl -w net.ipv4.ip_default_ttl=0
sysctl -w net.ipv4.ip_default_ttl=256
sysctl -w net.ipv4.ip_default_ttl=40
sysctl -w net.ipv4.ip_forward
sysctl
sysctl -a --pattern 'net.ipv4.conf.eth0.(rp|arp|prox)'
sysctl -a 2>/dev/null | grep '^net.ipv4.ip_forward ='
printf 'net.ipv4.ip_forward = 0\n# a comment\nnet.ipv4.conf.all.rp_filter=2\n' >my.conf
sysctl -p my.conf
sysctl -p missing.conf
cat /proc/sys/net/ipv4/ip_forward /proc/sys/net/ipv4/conf/all/rp_filter
sysctl --version
