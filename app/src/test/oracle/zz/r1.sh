#!/bin/bash
ip link add eth0 type veth peer name eth1
ip rule add from 10.0.0.0/24 table 100
ip rule add from 10.0.0.0/24 table 100
ip rule add from 10.0.0.0/24 table 100 proto static
ip rule add fwmark 0 table 101
ip rule add fwmark 0/0xff table 101
ip rule add fwmark 0x1ff/0xff table 101
ip rule add from 10.0.0.5/24 table 102
ip rule add from 0/0 to default table 102
ip rule add realms 3 table 103
ip rule add realms 4/5 table 103
ip rule add type prohibit from 1.1.1.1
ip rule add blackhole table 5
ip rule add unreachable suppress_prefixlength 0
ip rule add local from 1.1.1.2
ip rule add broadcast from 1.1.1.2
ip rule add throw from 1.1.1.3
ip rule add nat 1.2.3.4 from 1.1.1.4
ip rule add table 5000000000
ip rule add table 300 suppress_prefixlength 33
ip rule add table 300 suppress_prefixlength -1
ip rule add table 300 sup_pl 8 sup_group 7
ip rule add l3mdev
ip rule add l3mdev pref 50
ip rule add ipproto 47 table 7
ip rule add ipproto nosuch table 7
ip rule add ipproto icmp sport 5 table 7
ip rule add ipproto tcp sport 5-3 table 7
ip rule add sport 0 table 7
ip rule add dport 65536 table 7
ip rule add dport 100-200 sport 7 ipproto tcp table 7
ip rule add uidrange 5 table 7
ip rule add uidrange 9-5 table 7
ip rule add tos 0x03 table 8
ip rule add tos 0xfc table 8
ip rule add dsfield AF11 table 8
ip rule add tos lowdelay table 8
ip rule add iif eth0 oif eth1 table 9
ip rule add iif lo table 9
ip rule add dev nodev table 9
ip rule add pref 60 goto 70
ip rule add pref 70 nop
ip rule add pref 61 goto 71 not from 4.4.4.4
ip rule add table 0
ip rule add table 10 priority 100 protocol bird
ip rule add order 101 table 10 proto 77
ip rule
ip -d rule
ip -N rule
ip -j rule
ip -j -p rule list pref 61
ip rule show table 7
ip rule show to 10.0.0.0/8
ip rule show 10.0.0.0/8
ip rule show from 10.0.0.0/24
ip rule show from 10.0.0.0/8
ip rule show fwmark 0x1ff/0xff
ip rule show fwmark 0
ip rule show not
ip rule show iif eth0
ip rule show oif eth1
ip rule show uidrange 1-2
ip rule show proto bird
ip rule show protocol all
ip rule show ipproto tcp
ip rule show sport 7
ip rule show dport 100-200
ip rule show l3mdev
ip rule show tos 0xfc
ip rule show frob
ip rule list help
ip link del eth0
ip rule show table 9
ip link add eth1 type veth peer name eth5
ip link set eth5 name eth0
ip rule show table 9
ip rule del from 10.0.0.0/24
ip rule del proto 77
ip rule del not from 4.4.4.4
ip rule del goto 70
ip rule del nop
ip rule del iif eth0
ip rule del ipproto icmp
ip rule del uidrange 5-9
ip rule del tos 0x10
ip rule del lookup 103
ip rule del prohibit
ip rule
ip rule flush proto bird
ip rule flush table 102
ip rule flush
ip rule
ip rule help
ip rule save arg
ip -6 rule add table 7
ip rule add from ::1 table 7
