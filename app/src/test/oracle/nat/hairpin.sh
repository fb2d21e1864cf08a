#!/bin/bash
# A client reaches a server of its own network by the router's outer address: without SNAT as well, the answer does
# not come from where it was asked.
ip netns add a
ip netns add b
ip netns add sw
ip -n sw link add br0 address 02:00:00:00:00:01 type bridge
ip -n sw link add a0 address 02:00:00:00:00:02 type veth peer name eth0 address 02:00:00:00:00:03 netns a
ip -n sw link add b0 address 02:00:00:00:00:04 type veth peer name eth0 address 02:00:00:00:00:05 netns b
ip link add lan0 address 02:00:00:00:00:07 type veth peer name r0 address 02:00:00:00:00:08 netns sw
ip link add wan0 address 02:00:00:00:00:06 type bridge
for at in a0 b0 r0; do ip -n sw link set $at master br0; done
ip addr add 10.1.1.1/24 dev lan0
ip addr add 192.0.2.1/24 dev wan0
ip -n a addr add 10.1.1.2/24 dev eth0
ip -n b addr add 10.1.1.3/24 dev eth0
for at in br0 a0 b0 r0; do ip -n sw link set $at up; done
for at in lan0 wan0; do ip link set $at up; done
for at in a b; do ip -n $at link set eth0 up; done
ip -n a route add default via 10.1.1.1
ip -n b route add default via 10.1.1.1
sysctl -q -w net.ipv4.ip_forward=1 net.ipv4.conf.all.send_redirects=0 net.ipv4.conf.lan0.send_redirects=0
sleep 1.2
iptables -t nat -A PREROUTING -d 192.0.2.1 -j DNAT --to-destination 10.1.1.3
ip netns exec a ping -c 1 -W 1 -e 1 192.0.2.1
conntrack -L -p icmp 2>/dev/null | sed 's/icmp     1 [0-9]*/icmp/'
conntrack -F
iptables -t nat -A POSTROUTING -s 10.1.1.0/24 -d 10.1.1.3 -m conntrack --ctstate DNAT -j MASQUERADE
ip netns exec a ping -c 2 -i 0.2 -e 2 192.0.2.1
ip netns exec a traceroute -n -q 1 --sport=4000 -p 53 -U 192.0.2.1
echo "# the server itself"
ip netns exec b ping -c 1 -e 3 192.0.2.1
sleep 0.5
conntrack -L 2>/dev/null | sort
iptables -t nat -nvxL
