#!/bin/bash
# One packet through all the tables of a host, and what a mark does to its way.
for n in a b; do ip netns add $n; done
ip link add eth0 netns a address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip -n a addr add 10.0.1.1/24 dev eth0
ip -n b addr add 10.0.1.2/24 dev eth0
for d in "a eth0" "a lo" "b eth0" "b lo"; do ip -n ${d% *} link set ${d#* } up; done
sleep 1.2
for table in raw mangle filter security; do
    for chain in PREROUTING INPUT FORWARD OUTPUT POSTROUTING; do
        ip netns exec b iptables -t $table -A $chain -p icmp -m comment --comment "$table $chain" 2>/dev/null
    done
done
ip netns exec b iptables -t raw -A PREROUTING -j MARK --set-mark 0x10
ip netns exec b iptables -t mangle -A PREROUTING -j MARK --or-mark 0x3
ip netns exec b iptables -t mangle -A INPUT -j MARK --and-mark 0x12
ip netns exec b iptables -t mangle -A INPUT -j MARK --xor-mark 0x2
ip netns exec a ping -c 3 -i 0.2 10.0.1.2 | grep -o '[0-9]* received'
for table in raw mangle filter security; do ip netns exec b iptables -t $table -nvxL; done
ip netns exec b iptables -t security -A INPUT -j DROP
ip netns exec a ping -c 1 -W 1 10.0.1.2 | grep -o '[0-9]* received'
ip netns exec b iptables -nvxL INPUT
ip netns exec b iptables -t security -nvxL INPUT
echo "# a mark in OUTPUT selects another route"
ip netns exec b iptables -t security -F
ip -n a rule add fwmark 7 table 77
ip -n a route add unreachable default table 77
ip netns exec a ping -c 1 -W 1 10.0.1.2 | grep -o '[0-9]* received'
ip netns exec a iptables -t mangle -A OUTPUT -p icmp -j MARK --set-mark 7
ip netns exec a ping -c 1 -W 1 10.0.1.2 | grep -o '[0-9]* received'
ip netns exec a iptables -t mangle -R OUTPUT 1 -p icmp -j MARK --set-mark 8
ip netns exec a ping -c 1 -W 1 10.0.1.2 | grep -o '[0-9]* received'
ip netns exec a iptables -t mangle -nvxL OUTPUT
echo "# fragments"
ip netns exec b iptables -t raw -F
ip netns exec b iptables -t raw -A PREROUTING -f
ip netns exec b iptables -t raw -A PREROUTING ! -f
ip netns exec b iptables -t raw -A PREROUTING -p icmp --icmp-type 8
ip netns exec a ping -c 1 -W 1 -s 4000 10.0.1.2 | grep -o '[0-9]* received'
ip netns exec b iptables -t raw -nvxL PREROUTING
ip netns exec b iptables -t mangle -Z
ip netns exec a ping -c 1 -W 1 -s 4000 10.0.1.2 | grep -o '[0-9]* received'
ip netns exec b iptables -t mangle -nvxL PREROUTING
