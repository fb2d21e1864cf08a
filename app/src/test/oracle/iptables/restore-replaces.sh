#!/bin/bash
# What a restore puts in place, what it keeps, and that one with a mistake changes nothing.
iptables -N own
iptables -A INPUT -s 192.0.2.1 -j own
iptables -P FORWARD DROP
iptables -t mangle -A OUTPUT -j TOS --set-tos 0x10
iptables-restore <<'RULES'
*filter
:INPUT ACCEPT [0:0]
:web - [0:0]
-A INPUT -p tcp -m tcp --dport 80 -j web
-A web -j NOSUCH
COMMIT
RULES
iptables -S
iptables-restore <<'RULES'
# Comments and empty lines are nothing.

*filter
:INPUT ACCEPT [10:1000]
:web - [0:0]
[5:300] -A INPUT -p tcp -m tcp --dport 80 -j web
-A web -j DROP -c 7 420
COMMIT
RULES
iptables -vS
iptables -t mangle -S OUTPUT
iptables-restore --counters <<'RULES'
*filter
:INPUT DROP [10:1000]
:FORWARD ACCEPT
:web - [0:0]
[5:300] -A INPUT -p tcp -m tcp --dport 80 -j web
COMMIT
RULES
iptables -vS
iptables-restore -n <<'RULES'
*filter
:web - [0:0]
:OUTPUT DROP [0:0]
-I INPUT 1 -i lo -j ACCEPT
COMMIT
RULES
iptables -vS
# Of two tables the first is in place when the second fails.
iptables-restore <<'RULES'
*mangle
-A OUTPUT -j TOS --set-tos 0x08
COMMIT
*filter
-A nosuch -j DROP
COMMIT
RULES
iptables -t mangle -S OUTPUT
iptables -S INPUT
# Only one table of many.
iptables-restore -T mangle <<'RULES'
*mangle
COMMIT
*filter
COMMIT
RULES
iptables -t mangle -S OUTPUT
iptables -S INPUT
printf '*filter\n-A INPUT -j DROP\n' | iptables-restore
printf 'COMMIT\n' | iptables-restore
printf '*filter\n:INPUT REJECT [0:0]\nCOMMIT\n' | iptables-restore
printf '*filter\n:INPUT\nCOMMIT\n' | iptables-restore
printf '*filter\n-A INPUT -t nat -j ACCEPT\nCOMMIT\n' | iptables-restore
iptables-save -t filter
