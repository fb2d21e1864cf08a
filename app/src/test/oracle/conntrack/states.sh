#!/bin/bash
# What the state of a packet is: new, established, related, invalid, untracked, in counters of every chain.
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
for chain in INPUT FORWARD OUTPUT; do for state in NEW ESTABLISHED RELATED INVALID UNTRACKED; do iptables -A $chain -m conntrack --ctstate $state; done; done
ip netns exec c ping -c 3 -i 0.2 192.0.2.2 | grep received
ip netns exec c ping -c 2 -i 0.2 10.1.1.1 | grep received
ping -c 2 -i 0.2 192.0.2.2 | grep received
ip netns exec c traceroute -n -q 1 -p 9000 -U 192.0.2.2
ip netns exec c ping -c 1 -t 1 192.0.2.2 | grep received
ip netns exec c ping -c 1 -W 1 192.0.2.9 | grep received
sleep 3
iptables -nvxL
iptables -Z
echo "# an answer to nothing that was asked"
ip netns exec s iptables -A OUTPUT -p icmp --icmp-type echo-reply -j DROP
ip netns exec c ping -c 1 -W 1 192.0.2.2 | grep received
conntrack -F
ip netns exec s iptables -F
ip netns exec c ping -c 1 192.0.2.2 | grep received
echo "# replies whose request was forgotten"
ip netns exec c ping -c 3 -i 1 192.0.2.2 | grep received &
sleep 0.5
conntrack -F
wait
iptables -nvxL
iptables -F
echo "# direction, status, expiry, addresses and ports"
iptables -A FORWARD -m conntrack --ctdir ORIGINAL
iptables -A FORWARD -m conntrack --ctdir REPLY
iptables -A FORWARD -m conntrack --ctstatus SEEN_REPLY
iptables -A FORWARD -m conntrack --ctstatus CONFIRMED
iptables -A FORWARD -m conntrack --ctstatus NONE
iptables -A FORWARD -m conntrack --ctexpire 1:40
iptables -A FORWARD -m conntrack --ctorigsrc 10.1.1.2
iptables -A FORWARD -m conntrack --ctrepldst 10.1.1.2
iptables -A FORWARD -m conntrack ! --ctorigdst 192.0.2.2
iptables -A FORWARD -m conntrack --ctproto icmp
iptables -A FORWARD -m conntrack --ctproto 17 --ctorigdstport 9000
ip netns exec c ping -c 2 -i 0.2 192.0.2.2 | grep received
ip netns exec c traceroute -n -q 1 --sport=4000 -p 9000 -U 192.0.2.2
iptables -nvxL FORWARD
