#!/bin/bash
# Neutron's rule set of the Linux bridge agent for one port: spoofing, DHCP, security groups, zones.
iptables-restore -n <<'RULES'
*raw
:neutron-linuxbri-OUTPUT - [0:0]
:neutron-linuxbri-PREROUTING - [0:0]
-I OUTPUT 1 -j neutron-linuxbri-OUTPUT
-I PREROUTING 1 -j neutron-linuxbri-PREROUTING
-I neutron-linuxbri-PREROUTING 1 -m physdev --physdev-in brq1f2e3d4c -m comment --comment "Set zone for f-abc12" -j CT --zone 4097
-I neutron-linuxbri-PREROUTING 2 -i brq1f2e3d4c -m comment --comment "Set zone for f-abc12" -j CT --zone 4097
-I neutron-linuxbri-PREROUTING 3 -m physdev --physdev-in tapabc12def-34 -m comment --comment "Set zone for f-abc12" -j CT --zone 4097
COMMIT
*filter
:neutron-filter-top - [0:0]
:neutron-linuxbri-FORWARD - [0:0]
:neutron-linuxbri-INPUT - [0:0]
:neutron-linuxbri-OUTPUT - [0:0]
:neutron-linuxbri-iabc12def-3 - [0:0]
:neutron-linuxbri-local - [0:0]
:neutron-linuxbri-oabc12def-3 - [0:0]
:neutron-linuxbri-sabc12def-3 - [0:0]
:neutron-linuxbri-sg-chain - [0:0]
:neutron-linuxbri-sg-fallback - [0:0]
-I FORWARD 1 -j neutron-filter-top
-I FORWARD 2 -j neutron-linuxbri-FORWARD
-I INPUT 1 -j neutron-linuxbri-INPUT
-I OUTPUT 1 -j neutron-filter-top
-I OUTPUT 2 -j neutron-linuxbri-OUTPUT
-I neutron-filter-top 1 -j neutron-linuxbri-local
-I neutron-linuxbri-FORWARD 1 -m physdev --physdev-out tapabc12def-34 --physdev-is-bridged -m comment --comment "Direct traffic from the VM interface to the security group chain." -j neutron-linuxbri-sg-chain
-I neutron-linuxbri-FORWARD 2 -m physdev --physdev-in tapabc12def-34 --physdev-is-bridged -m comment --comment "Direct traffic from the VM interface to the security group chain." -j neutron-linuxbri-sg-chain
-I neutron-linuxbri-INPUT 1 -m physdev --physdev-in tapabc12def-34 --physdev-is-bridged -m comment --comment "Direct incoming traffic from VM to the security group chain." -j neutron-linuxbri-oabc12def-3
-I neutron-linuxbri-iabc12def-3 1 -m state --state RELATED,ESTABLISHED -m comment --comment "Direct packets associated with a known session to the RETURN chain." -j RETURN
-I neutron-linuxbri-iabc12def-3 2 -d 10.1.0.5/32 -p udp -m udp --sport 67 --dport 68 -j RETURN
-I neutron-linuxbri-iabc12def-3 3 -d 255.255.255.255/32 -p udp -m udp --sport 67 --dport 68 -j RETURN
-I neutron-linuxbri-iabc12def-3 4 -p tcp -m tcp --dport 22 -j RETURN
-I neutron-linuxbri-iabc12def-3 5 -s 10.1.0.0/24 -p tcp -m tcp -m multiport --dports 8000:8999 -j RETURN
-I neutron-linuxbri-iabc12def-3 6 -p icmp -m icmp --icmp-type 8 -j RETURN
-I neutron-linuxbri-iabc12def-3 7 -m state --state INVALID -m comment --comment "Drop packets that appear related to an existing connection (e.g. TCP ACK/FIN) but do not have an entry in conntrack." -j DROP
-I neutron-linuxbri-iabc12def-3 8 -m comment --comment "Send unmatched traffic to the fallback chain." -j neutron-linuxbri-sg-fallback
-I neutron-linuxbri-oabc12def-3 1 -s 0.0.0.0/32 -d 255.255.255.255/32 -p udp -m udp --sport 68 --dport 67 -m comment --comment "Allow DHCP client traffic." -j RETURN
-I neutron-linuxbri-oabc12def-3 2 -j neutron-linuxbri-sabc12def-3
-I neutron-linuxbri-oabc12def-3 3 -p udp -m udp --sport 68 --dport 67 -m comment --comment "Allow DHCP client traffic." -j RETURN
-I neutron-linuxbri-oabc12def-3 4 -p udp -m udp --sport 67 --dport 68 -m comment --comment "Prevent DHCP Spoofing by VM." -j DROP
-I neutron-linuxbri-oabc12def-3 5 -m state --state RELATED,ESTABLISHED -m comment --comment "Direct packets associated with a known session to the RETURN chain." -j RETURN
-I neutron-linuxbri-oabc12def-3 6 -j RETURN
-I neutron-linuxbri-sabc12def-3 1 -s 10.1.0.5/32 -m mac --mac-source fa:16:3e:ab:cd:ef -m comment --comment "Allow traffic from defined IP/MAC pairs." -j RETURN
-I neutron-linuxbri-sabc12def-3 2 -m comment --comment "Drop traffic without an IP/MAC allow rule." -j DROP
-I neutron-linuxbri-sg-chain 1 -m physdev --physdev-out tapabc12def-34 --physdev-is-bridged -m comment --comment "Jump to the VM specific chain." -j neutron-linuxbri-iabc12def-3
-I neutron-linuxbri-sg-chain 2 -m physdev --physdev-in tapabc12def-34 --physdev-is-bridged -m comment --comment "Jump to the VM specific chain." -j neutron-linuxbri-oabc12def-3
-I neutron-linuxbri-sg-chain 3 -j ACCEPT
-I neutron-linuxbri-sg-fallback 1 -m comment --comment "Default drop rule for unmatched traffic." -j DROP
COMMIT
*mangle
:neutron-l3-agent-POSTROUTING - [0:0]
:neutron-l3-agent-PREROUTING - [0:0]
:neutron-l3-agent-mark - [0:0]
-A PREROUTING -j neutron-l3-agent-PREROUTING
-A POSTROUTING -j neutron-l3-agent-POSTROUTING
-A neutron-l3-agent-POSTROUTING -o qg-1234+ -m connmark --mark 0x0/0xffff0000 -j CONNMARK --save-mark --nfmask 0xffff0000 --ctmask 0xffff0000
-A neutron-l3-agent-POSTROUTING -p udp -m udp --dport 68 -j CHECKSUM --checksum-fill
-A neutron-l3-agent-PREROUTING -j neutron-l3-agent-mark
-A neutron-l3-agent-PREROUTING -d 169.254.169.254/32 -i qr-+ -p tcp -m tcp --dport 80 -j MARK --set-xmark 0x1/0xffff
-A neutron-l3-agent-PREROUTING -m connmark ! --mark 0x0/0xffff0000 -j CONNMARK --restore-mark --nfmask 0xffff0000 --ctmask 0xffff0000
COMMIT
RULES
iptables-save -c -t raw
iptables-save -t filter
iptables -t mangle -S
iptables -nvxL neutron-linuxbri-sg-chain
iptables -nvxL neutron-linuxbri-iabc12def-3 --line-numbers
iptables -nL neutron-linuxbri-sabc12def-3
iptables -t raw -nL neutron-linuxbri-PREROUTING
iptables -t mangle -nL
# The agent's diff: delete and insert by number.
iptables-restore -n <<'RULES'
*filter
-D neutron-linuxbri-iabc12def-3 5
-I neutron-linuxbri-iabc12def-3 5 -s 10.1.0.0/24 -p tcp -m tcp -m multiport ! --dports 8000:8999,9090 -j RETURN
-I neutron-linuxbri-iabc12def-3 99 -j RETURN
COMMIT
RULES
iptables -S neutron-linuxbri-iabc12def-3 5
iptables-restore -n <<'RULES'
*filter
-D neutron-linuxbri-iabc12def-3 5
-I neutron-linuxbri-iabc12def-3 5 -s 10.1.0.0/24 -p tcp -m tcp -m multiport ! --dports 8000:8999,9090 -j RETURN
COMMIT
RULES
iptables -S neutron-linuxbri-iabc12def-3 5
