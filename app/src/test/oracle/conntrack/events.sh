#!/bin/bash
# conntrack -E while connections come, answer and go.
ip netns add r
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns r
ip addr add 10.0.0.1/24 dev eth0
ip -n r addr add 10.0.0.2/24 dev eth0
ip link set eth0 up
ip -n r link set eth0 up
sleep 1.2
iptables -A INPUT -m conntrack --ctstate INVALID
iptables -t mangle -A OUTPUT -p udp -j CONNMARK --set-mark 3
conntrack -E >events 2>&1 &
conntrack -E -e NEW -p udp >news 2>&1 &
conntrack -E -e DESTROY -o extended >ends 2>&1 &
sleep 0.5
ping -c 2 -i 0.2 -e 1 10.0.0.2 | grep received
traceroute -n -q 1 -N 1 --sport=4000 -p 9000 -U -m 1 10.0.0.2
sleep 0.5
conntrack -D -p icmp
conntrack -U -p udp -f ipv4 -m 4
conntrack -D -p udp
sleep 0.5
kill %1 %2 %3
wait
sed "s,portid=.*,portid," events
cat news
sed "s,portid=.*,portid," ends
