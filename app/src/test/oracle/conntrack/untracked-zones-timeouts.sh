#!/bin/bash
# Untracked packets, zones, timeouts and the table's own switches: nothing to see of what is not tracked.
ip netns add c
ip netns add s
ip link add lan0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns c
ip link add wan0 address 02:00:00:00:00:03 type veth peer name eth0 address 02:00:00:00:00:04 netns s
ip addr add 10.1.1.1/24 dev lan0
ip addr add 192.0.2.1/24 dev wan0
ip -n c addr add 10.1.1.2/24 dev eth0
ip -n s addr add 192.0.2.2/24 dev eth0
for at in lan0 wan0 lo; do ip link set $at up; done
ip -n c link set lo up
ip -n c link set eth0 up
ip -n s link set lo up
ip -n s link set eth0 up
ip -n c route add default via 10.1.1.1
ip -n s route add 10.1.1.0/24 via 192.0.2.1
sysctl -q -w net.ipv4.ip_forward=1
sleep 1.2
iptables -t raw -A PREROUTING -p icmp -j NOTRACK
iptables -t raw -A OUTPUT -p icmp -j CT --notrack
iptables -A FORWARD -m conntrack --ctstate UNTRACKED
iptables -A FORWARD -m state --state UNTRACKED
iptables -A FORWARD -m conntrack --ctstate NEW,ESTABLISHED,RELATED
iptables -t nat -A POSTROUTING -o wan0 -j MASQUERADE
ip netns exec c ping -c 2 -i 0.2 192.0.2.2 | grep received
ip netns exec c traceroute -n -q 1 -N 1 --sport=4000 -p 9000 -U -f 2 -m 2 192.0.2.2
ping -c 1 192.0.2.2 | grep received
sleep 0.5
conntrack -L
iptables -nvxL FORWARD
iptables -t nat -nvxL POSTROUTING
iptables -t raw -S
iptables -t raw -F
iptables -t nat -F
iptables -F
conntrack -F
echo "# zones"
iptables -t raw -A PREROUTING -i lan0 -j CT --zone 7
iptables -t raw -A PREROUTING -i wan0 -j CT --zone 7
ip netns exec c ping -c 1 -e 1 192.0.2.2 | grep received
sleep 0.5
conntrack -L
conntrack -L --zone 7
conntrack -L -w 8
iptables -t raw -F
iptables -t raw -A PREROUTING -i lan0 -j CT --zone-orig 3
ip netns exec c ping -c 1 -e 2 192.0.2.2 | grep received
sleep 0.5
conntrack -L --orig-zone 3
iptables -t raw -S
conntrack -F
iptables -t raw -F
echo "# timeouts"
sysctl net.netfilter.nf_conntrack_icmp_timeout net.netfilter.nf_conntrack_udp_timeout net.netfilter.nf_conntrack_udp_timeout_stream
sysctl -w net.netfilter.nf_conntrack_icmp_timeout=2
sysctl -w net.netfilter.nf_conntrack_acct=1
iptables -A FORWARD -m connbytes --connbytes 0:1 --connbytes-dir both --connbytes-mode packets
ip netns exec c ping -c 3 -i 0.2 -e 3 192.0.2.2 | grep received
sleep 0.5
conntrack -L
conntrack -L -z
conntrack -L
sleep 2.5
conntrack -L
iptables -nvxL FORWARD
