#!/bin/bash
# Calico's rule set for one workload (Felix), without its sets: marks, policies, and the chains by hash.
iptables-restore --noflush <<'RULES'
*raw
:cali-PREROUTING - [0:0]
:cali-OUTPUT - [0:0]
:cali-rpf-skip - [0:0]
-A PREROUTING -m comment --comment "cali:6gwbT8clXdHdC1b1" -j cali-PREROUTING
-A OUTPUT -m comment --comment "cali:tVnHkvAo15HuiPy0" -j cali-OUTPUT
-A cali-PREROUTING -m comment --comment "cali:XFX5xbM8B9qR10JG" -j MARK --set-xmark 0x0/0xf0000
-A cali-PREROUTING -i cali+ -m comment --comment "cali:EWMPb0zVROM-woQp" -j MARK --set-xmark 0x40000/0x40000
-A cali-PREROUTING -m comment --comment "cali:PWuxTAIaFCtsg5Qa" -m mark --mark 0x40000/0x40000 -j cali-rpf-skip
-A cali-PREROUTING -m comment --comment "cali:fSSbGND7dgyemWU7" -m mark --mark 0x40000/0x40000 -m rpfilter --validmark --invert -j DROP
-A cali-PREROUTING -m comment --comment "cali:ImU0-4Rl2WoOI9Ou" -m mark --mark 0x0/0x40000 -j ACCEPT
-A cali-OUTPUT -m comment --comment "cali:rMwYmAr-rsZ2V_Lw" -j MARK --set-xmark 0x0/0xf0000
-A cali-OUTPUT -p udp -m udp --dport 4789 -m comment --comment "vxlan" -j NOTRACK
COMMIT
*filter
:cali-FORWARD - [0:0]
:cali-INPUT - [0:0]
:cali-from-wl-dispatch - [0:0]
:cali-fw-cali7b1d8e9a0c3 - [0:0]
:cali-pi-_kJqfZpgUe7r2t4A-14z - [0:0]
:cali-pri-kns.default - [0:0]
:cali-to-wl-dispatch - [0:0]
:cali-tw-cali7b1d8e9a0c3 - [0:0]
-A INPUT -m comment --comment "cali:Cz_u1IQiXIMmKD4c" -j cali-INPUT
-A FORWARD -m comment --comment "cali:wUHhoiAYhphO9Mso" -j cali-FORWARD
-A FORWARD -m comment --comment "cali:S93hcgKJrXEqnTfs" -m comment --comment "Policy explicitly accepted packet." -m mark --mark 0x10000/0x10000 -j ACCEPT
-A cali-FORWARD -m comment --comment "cali:vjrMJCRpqwy5oRoX" -j MARK --set-xmark 0x0/0xe0000
-A cali-FORWARD -i cali+ -m comment --comment "cali:8ZoYfO5HKXWbB3pk" -j cali-from-wl-dispatch
-A cali-FORWARD -o cali+ -m comment --comment "cali:jdEuaPBe14V2hutn" -j cali-to-wl-dispatch
-A cali-INPUT -p ipencap -m comment --comment "cali:PajejrV4aFdkZojI" -m comment --comment "Allow IPIP packets from Calico hosts" -m addrtype --dst-type LOCAL -j ACCEPT
-A cali-INPUT -i cali+ -m comment --comment "cali:8SJnQcs5s3bq6nZ9" -g cali-from-wl-dispatch
-A cali-from-wl-dispatch -i cali7b1d8e9a0c3 -m comment --comment "cali:zTj6P0TIgYvgz-md" -g cali-fw-cali7b1d8e9a0c3
-A cali-from-wl-dispatch -m comment --comment "cali:4DDkGmWbVu0_Fdfa" -m comment --comment "Unknown interface" -j DROP
-A cali-to-wl-dispatch -o cali7b1d8e9a0c3 -m comment --comment "cali:7KNphB1nNHw80nIO" -g cali-tw-cali7b1d8e9a0c3
-A cali-fw-cali7b1d8e9a0c3 -m comment --comment "cali:rjRoAlGFlWb1AVnd" -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A cali-fw-cali7b1d8e9a0c3 -m comment --comment "cali:4HvwrT9AVaJMbGV4" -m conntrack --ctstate INVALID -j DROP
-A cali-fw-cali7b1d8e9a0c3 -p udp -m comment --comment "cali:NL1Zqc9b5CmGjHqC" -m comment --comment "Drop VXLAN encapped packets originating in workloads" -m multiport --dports 4789 -j DROP
-A cali-fw-cali7b1d8e9a0c3 -m comment --comment "cali:Ub8EJ3UgZJEsBnZ8" -j NFLOG --nflog-prefix "D/0/default.deny/0 /log" --nflog-group 1 --nflog-size 80
-A cali-tw-cali7b1d8e9a0c3 -m comment --comment "cali:jYxnoWO_wjvbsqGz" -m mark --mark 0x0/0x20000 -j cali-pi-_kJqfZpgUe7r2t4A-14z
-A cali-tw-cali7b1d8e9a0c3 -m comment --comment "cali:cnz1wJuJoDW91cPb" -m mark --mark 0x10000/0x10000 -j RETURN
-A cali-tw-cali7b1d8e9a0c3 -m comment --comment "cali:wnOnN1_tkQw9kcBJ" -j DROP
-A cali-pi-_kJqfZpgUe7r2t4A-14z -p tcp -m comment --comment "cali:sIrqUXNLYqjhwtqp" -m multiport --dports 80,443,8080:8090 -j MARK --set-xmark 0x10000/0x10000
-A cali-pi-_kJqfZpgUe7r2t4A-14z -p icmp -m icmp --icmp-type 8/0 -m comment --comment "cali:vU3-jU4hEG7bLr0v" -m limit --limit 10/sec -j MARK --set-xmark 0x10000/0x10000
-A cali-pi-_kJqfZpgUe7r2t4A-14z -m mark --mark 0x10000/0x10000 -j CONNMARK --save-mark --nfmask 0xf0000 --ctmask 0xf0000
COMMIT
RULES
iptables -t raw -S
iptables -S
iptables -nvxL cali-FORWARD
iptables -nvxL cali-INPUT
iptables -nL cali-fw-cali7b1d8e9a0c3 --line-numbers
iptables -nL cali-pi-_kJqfZpgUe7r2t4A-14z
iptables -t raw -nL cali-PREROUTING
# Felix changes single rules by their number and finds its own by hash.
iptables-restore --noflush <<'RULES'
*filter
-R cali-FORWARD 1 -m comment --comment "cali:vjrMJCRpqwy5oRoX" -j MARK --set-mark 0x0/0xe0000
-I cali-FORWARD 2 -m comment --comment "cali:A_sPAO0mcxbT9mOV" -m mark --mark 0x0/0x10000 -j RETURN
-D cali-FORWARD 4
COMMIT
RULES
iptables -S cali-FORWARD
iptables-save -t filter | grep -n 'cali:vjrMJCRpqwy5oRoX'
# A chain that something goes to stays.
iptables -X cali-tw-cali7b1d8e9a0c3
iptables -F cali-tw-cali7b1d8e9a0c3
iptables -X cali-tw-cali7b1d8e9a0c3
iptables -F cali-to-wl-dispatch
iptables -X cali-tw-cali7b1d8e9a0c3
iptables -nL cali-pi-_kJqfZpgUe7r2t4A-14z | head -n 1
