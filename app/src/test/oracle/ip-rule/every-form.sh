#!/bin/bash
# Policy rules in every form.
ip rule add from 10.1.0.0/16 table 100
ip rule add to 10.2.0.0/16 lookup 200 pref 500
ip rule add iif lo oif eth7 table main priority 600
ip rule add fwmark 0x1/0xff table 7 prio 700
ip rule add not from 10.3.0.0/16 blackhole pref 800
ip rule add ipproto tcp sport 100-200 dport 80 table 9 pref 900
ip rule add uidrange 100-200 lookup 9 pref 901
ip rule add tos 0x10 lookup 9 pref 902
ip rule add from all goto 1000 pref 903
ip rule add nop pref 904
ip rule add suppress_prefixlength 0 table main pref 905
ip rule add l3mdev pref 906
ip rule add prohibit from 10.4.0.1 pref 907 protocol static
ip rule
ip -d rule
ip -j rule
ip -j -p rule show pref 700
ip -o rule show from 10.1.0.0/16
ip -br rule
ip -s rule list table 9
ip -N rule show pref 907
ip rule show to 10.2.0.0/16
ip rule show fwmark 1
ip rule show iif lo
ip rule show proto static
ip rule show not
ip ru sh table nonsense
ip rule show prio x
ip rule add
ip rule add from 10.1.0.0/16 table 100
ip rule add from 10.1.0.0/33
ip rule add table nonsense
ip rule add pref -1 table 5
ip rule add sport 5-2 table 5
ip rule add ipproto nonsense table 5
ip rule add goto 10 pref 900
ip rule add dport 1000000 table 5
ip rule del
ip rule del pref 12345
ip rule del from 10.1.0.0/16
ip rule del pref 500
ip rule flush table 9
ip rule frob
ip rule
