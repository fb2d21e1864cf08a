#!/bin/bash
# A network behind one address: the router masquerades, and forwards a port to a server inside.
set -e
ip netns add inside; ip netns add router; ip netns add outside
ip link add in0 netns inside type veth peer name lan0 netns router
ip link add out0 netns outside type veth peer name wan0 netns router
ip -n inside addr add 10.1.1.2/24 dev in0
ip -n router addr add 10.1.1.1/24 dev lan0
ip -n router addr add 192.0.2.1/24 dev wan0
ip -n outside addr add 192.0.2.2/24 dev out0
for at in inside:in0 router:lan0 router:wan0 outside:out0; do ip -n ${at%:*} link set ${at#*:} up; done
ip -n inside route add default via 10.1.1.1
ip netns exec router sysctl -qw net.ipv4.ip_forward=1

ip netns exec router iptables -t nat -A POSTROUTING -s 10.1.1.0/24 -o wan0 -j MASQUERADE
ip netns exec router iptables -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
ip netns exec router iptables -A FORWARD -i lan0 -j ACCEPT
ip netns exec router iptables -P FORWARD DROP

echo "# the inside reaches the outside, which has no route back to it"
ip netns exec inside ping -c 3 192.0.2.2
echo "# the outside does not reach the inside"
ip netns exec outside ping -c 1 -W 1 10.1.1.2 || true
echo "# what the router knows"
ip netns exec router conntrack -L
ip netns exec router iptables -t nat -nvL POSTROUTING
