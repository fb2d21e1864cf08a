#!/bin/bash
# Addresses in every form, and selections among them.
ip netns add b
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set lo up
ip -n b link set eth0 up
sleep 1.2
ip addr add 10.0.0.5/24 brd + dev eth0 label eth0:five
ip addr add 192.168.7.1 peer 192.168.7.2/32 dev eth0 scope link
ip addr add 10.9.0.1/16 dev eth0 valid_lft 1000 preferred_lft 500 noprefixroute
ip addr add 127.0.0.2/8 dev lo
ip -4 addr
ip -4 -br addr
ip -4 -o addr show dev eth0
ip -4 -j -p addr show dev eth0 | grep -v _life_time
ip -4 -d addr show dev lo
ip -4 -s addr show dev lo
ip addr show to 10.0.0.0/24
ip addr show to 10.0.0.0/8 scope global
ip addr show scope link
ip addr show label 'eth0:*'
ip addr show secondary
ip addr show -secondary
ip addr show dynamic
ip addr show permanent dev eth0
ip addr show up primary
ip addr sh eth0 to 127/8
ip -4 a s type veth
ip addr show dev nosuch
ip addr show scope nonsense
ip addr show bogus words
ip -br -4 addr show scope host
ip -j -br -4 addr
ip -4 addr show type bridge
ip -6 -br addr show dev eth0
