#!/bin/bash
# Order of equal preferences, automatic preferences, formats.
ip rule add from 10.0.1.0/24 table 11
ip rule add from 10.0.2.0/24 table 12
ip rule add from 10.0.3.0/24 table 13
ip rule
ip rule add from 10.0.4.0/24 table 14 pref 32764
ip rule add from 10.0.5.0/24 table 15 pref 32764
ip rule
ip rule add from 10.0.6.0/24 table 16 pref 32766
ip rule add from all table 17 pref 40000
ip rule add from all table 18
ip -d rule
ip -o rule
ip -c=always rule
ip -j -p rule show table 14
ip rule show pref 32764
ip rule show prio 32764
ip rule flush table 14
ip rule del from all
ip rule list
