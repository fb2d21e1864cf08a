#!/bin/bash
# Errors are related to what they are about: let in by the firewall, and their insides translated back.
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
sysctl -q -w net.ipv4.ip_forward=1
sleep 1.2
iptables -P FORWARD DROP
iptables -A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT
iptables -A FORWARD -i lan0 -m conntrack --ctstate NEW -j ACCEPT
iptables -A FORWARD -m conntrack --ctstate RELATED -j ACCEPT
iptables -A FORWARD
iptables -t nat -A POSTROUTING -o wan0 -j MASQUERADE
ip netns exec s ip route add prohibit 198.51.100.0/24
ip netns exec s ip route add unreachable 198.51.101.0/24
ip netns exec s sysctl -q -w net.ipv4.ip_forward=1 net.ipv4.icmp_ratelimit=0
sysctl -q -w net.ipv4.icmp_ratelimit=0
ip route add default via 192.0.2.2
ip netns exec c ping -c 1 -W 1 -e 1 198.51.100.1
ip netns exec c ping -c 1 -W 1 -e 2 198.51.101.1
ip netns exec c ping -c 1 -W 1 -e 3 -t 2 198.51.102.1
ip netns exec c ping -c 1 -W 1 -e 4 -t 1 198.51.102.1
ip netns exec c ping -c 1 -W 1 -e 5 198.51.102.1
ip netns exec c traceroute -n -q 1 --sport=4000 -p 9000 -U 192.0.2.2
ip netns exec c tcpdump -ni eth0 -c 1 -t icmp >seen 2>/dev/null &
sleep 0.5
ip netns exec c traceroute -n -q 1 -f 2 -m 2 -N 1 --sport=4001 -p 9001 -U 192.0.2.2
wait
cat seen
sleep 0.5
conntrack -L 2>/dev/null | sed 's/^\(\w* *\w*\) [0-9]*/\1/' | sort
iptables -nvxL FORWARD
iptables -D FORWARD -m conntrack --ctstate RELATED -j ACCEPT
sleep 0.1
echo "# without the rule for them"
ip netns exec c ping -c 1 -W 1 -e 7 198.51.100.1
iptables -nvxL FORWARD
