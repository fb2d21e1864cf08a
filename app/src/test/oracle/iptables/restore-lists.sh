#!/bin/bash
# A restore does any command of its lines: it lists, too, what the lines before have made.
iptables-restore <<'RULES'
*filter
:web - [0:0]
-A web -s 192.0.2.1 -j DROP
-S web
-L web -n -v
-D web 1
-S
COMMIT
RULES
iptables -S
