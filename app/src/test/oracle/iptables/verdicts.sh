#!/bin/bash
# A router's rules decide over pings and probes: matches, jumps, goto, RETURN, policies, and what is counted.
for n in a r b; do ip netns add $n; done
ip link add eth0 netns a address 02:00:00:00:00:0a type veth peer name left address 02:00:00:00:00:01 netns r
ip link add eth0 netns b address 02:00:00:00:00:0b type veth peer name right address 02:00:00:00:00:02 netns r
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n b addr add 10.0.2.2/24 dev eth0
ip -n r addr add 10.0.1.1/24 dev left
ip -n r addr add 10.0.2.1/24 dev right
for d in "a eth0" "a lo" "b eth0" "b lo" "r left" "r right" "r lo"; do ip -n ${d% *} link set ${d#* } up; done
ip -n a route add default via 10.0.1.1
ip -n b route add default via 10.0.2.1
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip netns exec a sysctl -qw net.ipv4.icmp_ratelimit=0
ip netns exec r sysctl -qw net.ipv4.icmp_ratelimit=0
sleep 1.2
try() { ip netns exec a ping -c ${2:-1} -i 0.2 -W 1 $1 | grep -o '^From.*\|[0-9]* received'; }
rule() { ip netns exec r iptables "$@"; }
try 10.0.2.2
echo "# drop, by type"
rule -A FORWARD -p icmp --icmp-type echo-request -d 10.0.2.2 -j DROP
try 10.0.2.2
rule -R FORWARD 1 -p icmp --icmp-type echo-reply -j DROP
try 10.0.2.2
rule -nvxL FORWARD
rule -F
echo "# devices"
rule -A FORWARD -i left -o right
rule -A FORWARD ! -i left
rule -A FORWARD -i le+ ! -o left
rule -A FORWARD -o nosuch
rule -A FORWARD -i +
try 10.0.2.2 2
rule -nvxL FORWARD
rule -F
echo "# jumps"
rule -N one
rule -N two
rule -N three
rule -A one -d 10.0.1.2 -j RETURN
rule -A one -g two
rule -A one -j DROP
rule -A two -j three
rule -A two -s 10.0.1.2
rule -A three -j RETURN
rule -A three -j DROP
rule -A FORWARD -j one
rule -A FORWARD -p icmp -j ACCEPT
rule -P FORWARD DROP
try 10.0.2.2 2
rule -nvxL
ip netns exec a traceroute -n -q 1 -w 1 -N 1 -m 2 -p 33434 10.0.2.2 | tail -n +2 | cut -c1-14
rule -nvxL FORWARD
rule -A FORWARD -g one
try 10.0.2.2 2
rule -nvxL FORWARD
rule -P FORWARD ACCEPT
rule -F
rule -X
echo "# reject"
for with in icmp-net-unreachable icmp-host-unreachable icmp-proto-unreachable icmp-port-unreachable \
    icmp-net-prohibited icmp-host-prohibited icmp-admin-prohibited; do
    rule -A FORWARD -j REJECT --reject-with $with
    try 10.0.2.2
    rule -F FORWARD
done
rule -A INPUT -d 10.0.1.1 -j REJECT
try 10.0.1.1
rule -nvxL
ip netns exec a iptables -A OUTPUT -d 10.0.2.2 -j REJECT
try 10.0.2.2
ip netns exec a iptables -nvxL
ip netns exec a iptables -P OUTPUT DROP
try 10.0.2.1
ip netns exec a iptables -nvxL OUTPUT
