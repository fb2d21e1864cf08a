#!/bin/bash
# What ip rule says to mistakes.
ip rule add
ip rule add from 10.0.0.0/24
ip rule
ip rule add from 10.0.0.0/24 table 100 pref 9
ip rule add from 10.0.0.0/24 table 100 pref 9
ip rule add from 10.0.0.0/99 table 100
ip rule add from nowhere table 100
ip rule add table nosuch
ip rule add table 100 pref x
ip rule add table 100 fwmark z
ip rule add table 100 goto 5
ip rule add pref 50 goto 40
ip rule add pref 50 goto 60
ip rule
ip rule add from 10.0.0.0/24 bogus
ip rule add iif toolongnamefordevice table 100
ip rule add tos 0x100 table 100
ip rule del
ip rule del pref 12345
ip rule del from 1.2.3.4
ip rule foo
ip rule del pref 0
ip rule
ip rule del pref 32766
ip rule
