#!/bin/bash
# kube-proxy's rule set: two services, one with two endpoints, one with none; then a sync that changes the endpoints.
iptables-restore --noflush --counters <<'RULES'
*filter
:KUBE-EXTERNAL-SERVICES - [0:0]
:KUBE-FIREWALL - [0:0]
:KUBE-FORWARD - [0:0]
:KUBE-NODEPORTS - [0:0]
:KUBE-PROXY-CANARY - [0:0]
:KUBE-PROXY-FIREWALL - [0:0]
:KUBE-SERVICES - [0:0]
-A INPUT -m conntrack --ctstate NEW -m comment --comment "kubernetes load balancer firewall" -j KUBE-PROXY-FIREWALL
-A INPUT -m comment --comment "kubernetes health check service ports" -j KUBE-NODEPORTS
-A INPUT -m conntrack --ctstate NEW -m comment --comment "kubernetes externally-visible service portals" -j KUBE-EXTERNAL-SERVICES
-A INPUT -j KUBE-FIREWALL
-A FORWARD -m conntrack --ctstate NEW -m comment --comment "kubernetes load balancer firewall" -j KUBE-PROXY-FIREWALL
-A FORWARD -m comment --comment "kubernetes forwarding rules" -j KUBE-FORWARD
-A FORWARD -m conntrack --ctstate NEW -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
-A OUTPUT -m conntrack --ctstate NEW -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
-A OUTPUT -j KUBE-FIREWALL
-A KUBE-FIREWALL ! -s 127.0.0.0/8 -d 127.0.0.0/8 -m comment --comment "block incoming localnet connections" -m conntrack ! --ctstate RELATED,ESTABLISHED,DNAT -j DROP
-A KUBE-FORWARD -m conntrack --ctstate INVALID -j DROP
-A KUBE-FORWARD -m comment --comment "kubernetes forwarding rules" -m mark --mark 0x4000/0x4000 -j ACCEPT
-A KUBE-FORWARD -m comment --comment "kubernetes forwarding conntrack rule" -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A KUBE-SERVICES -d 10.96.7.7/32 -p tcp -m comment --comment "default/empty:http has no endpoints" -m tcp --dport 80 -j REJECT --reject-with icmp-port-unreachable
COMMIT
*nat
:KUBE-MARK-MASQ - [0:0]
:KUBE-NODEPORTS - [0:0]
:KUBE-POSTROUTING - [0:0]
:KUBE-SEP-DNS4QXCEHIUKRJRA - [0:0]
:KUBE-SEP-ZP3FB6NMPNCO4VBJ - [0:0]
:KUBE-SERVICES - [0:0]
:KUBE-SVC-ERIFXISQEP7F7OF4 - [0:0]
[0:0] -A PREROUTING -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
[0:0] -A OUTPUT -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
[0:0] -A POSTROUTING -m comment --comment "kubernetes postrouting rules" -j KUBE-POSTROUTING
[0:0] -A KUBE-MARK-MASQ -j MARK --or-mark 0x4000
[7:420] -A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN
[0:0] -A KUBE-POSTROUTING -j MARK --xor-mark 0x4000
[0:0] -A KUBE-POSTROUTING -m comment --comment "kubernetes service traffic requiring SNAT" -j MASQUERADE --random-fully
[0:0] -A KUBE-SERVICES -d 10.96.0.10/32 -p tcp -m comment --comment "kube-system/kube-dns:dns-tcp cluster IP" -m tcp --dport 53 -j KUBE-SVC-ERIFXISQEP7F7OF4
[0:0] -A KUBE-SERVICES -m comment --comment "kubernetes service nodeports; NOTE: this must be the last rule in this chain" -m addrtype --dst-type LOCAL -j KUBE-NODEPORTS
[0:0] -A KUBE-NODEPORTS -p tcp -m comment --comment "kube-system/kube-dns:dns-tcp" -m tcp --dport 30053 -j KUBE-SVC-ERIFXISQEP7F7OF4
[0:0] -A KUBE-SVC-ERIFXISQEP7F7OF4 ! -s 10.244.0.0/16 -d 10.96.0.10/32 -p tcp -m comment --comment "kube-system/kube-dns:dns-tcp cluster IP" -m tcp --dport 53 -j KUBE-MARK-MASQ
[0:0] -A KUBE-SVC-ERIFXISQEP7F7OF4 -m comment --comment "kube-system/kube-dns:dns-tcp" -m recent --name KUBE-SEP-ZP3FB6NMPNCO4VBJ --rcheck --seconds 10800 --reap -j KUBE-SEP-ZP3FB6NMPNCO4VBJ
[0:0] -A KUBE-SVC-ERIFXISQEP7F7OF4 -m comment --comment "kube-system/kube-dns:dns-tcp -> 10.244.0.2:53" -m statistic --mode random --probability 0.50000000000 -j KUBE-SEP-ZP3FB6NMPNCO4VBJ
[0:0] -A KUBE-SVC-ERIFXISQEP7F7OF4 -m comment --comment "kube-system/kube-dns:dns-tcp -> 10.244.0.3:53" -j KUBE-SEP-DNS4QXCEHIUKRJRA
[0:0] -A KUBE-SEP-ZP3FB6NMPNCO4VBJ -s 10.244.0.2/32 -m comment --comment "kube-system/kube-dns:dns-tcp" -j KUBE-MARK-MASQ
[0:0] -A KUBE-SEP-ZP3FB6NMPNCO4VBJ -p tcp -m comment --comment "kube-system/kube-dns:dns-tcp" -m recent --name KUBE-SEP-ZP3FB6NMPNCO4VBJ --set -m tcp -j DNAT --to-destination 10.244.0.2:53
[0:0] -A KUBE-SEP-DNS4QXCEHIUKRJRA -s 10.244.0.3/32 -m comment --comment "kube-system/kube-dns:dns-tcp" -j KUBE-MARK-MASQ
[0:0] -A KUBE-SEP-DNS4QXCEHIUKRJRA -p tcp -m comment --comment "kube-system/kube-dns:dns-tcp" -m tcp -j DNAT --to-destination 10.244.0.3:53
COMMIT
RULES
iptables -S
iptables -t nat -S
iptables -nvxL KUBE-SERVICES
iptables -nvxL KUBE-FIREWALL
iptables -t nat -nvxL KUBE-POSTROUTING
iptables -t nat -nL KUBE-SVC-ERIFXISQEP7F7OF4
iptables -t nat -vS KUBE-SEP-ZP3FB6NMPNCO4VBJ
# One endpoint goes: chains that are named are emptied and filled again, others stay, also their counters.
iptables-restore --noflush --counters <<'RULES'
*nat
:KUBE-SVC-ERIFXISQEP7F7OF4 - [0:0]
:KUBE-SEP-DNS4QXCEHIUKRJRA - [0:0]
-A KUBE-SVC-ERIFXISQEP7F7OF4 -m comment --comment "kube-system/kube-dns:dns-tcp -> 10.244.0.2:53" -j KUBE-SEP-ZP3FB6NMPNCO4VBJ
-X KUBE-SEP-DNS4QXCEHIUKRJRA
COMMIT
RULES
iptables -t nat -S KUBE-SVC-ERIFXISQEP7F7OF4
iptables -t nat -S KUBE-SEP-DNS4QXCEHIUKRJRA
iptables-save -c -t nat | grep POSTROUTING
# A sync with a mistake changes nothing.
iptables-restore --noflush <<'RULES'
*nat
:KUBE-SVC-ERIFXISQEP7F7OF4 - [0:0]
-A KUBE-SVC-ERIFXISQEP7F7OF4 -j KUBE-SEP-MISSING
COMMIT
RULES
iptables -t nat -S KUBE-SVC-ERIFXISQEP7F7OF4
# The canary tells kube-proxy that somebody has flushed everything.
iptables -S KUBE-PROXY-CANARY 1
iptables -F KUBE-PROXY-CANARY
iptables -X KUBE-PROXY-CANARY
iptables -S KUBE-PROXY-CANARY 1
