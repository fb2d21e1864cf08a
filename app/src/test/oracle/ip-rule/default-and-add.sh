#!/bin/bash
# The policy database as it comes, and simple rules.
ip rule
ip rule show table main
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip rule add from 10.0.0.0/24 table 100
ip rule add to 10.1.0.0/16 lookup 101
ip rule add from 10.2.0.1 to 10.3.0.1 table 102 pref 500
ip rule add fwmark 7 table 103
ip rule add fwmark 0x10/0xf0 table 104
ip rule add iif eth0 table 105
ip rule add oif eth9 table 106
ip rule add tos 0x10 table 107
ip rule add ipproto tcp dport 80 table 108
ip rule add ipproto udp sport 1000-2000 table 109
ip rule add uidrange 0-99 table 110
ip rule
ip rule list from 10.0.0.0/24
ip rule list iif eth0
ip -j rule
ip rule del table 103
ip rule del pref 500
ip rule del from 10.0.0.0/24 table 100
ip rule del from 10.0.0.0/24 table 100
ip rule
