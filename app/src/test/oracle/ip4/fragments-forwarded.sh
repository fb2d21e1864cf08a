#!/bin/bash
# Fragments made at home and on the way.
ip netns add a
ip netns add r
ip netns add b
ip link add eth0 netns a type veth peer name ra netns r
ip link add eth0 netns b type veth peer name rb netns r
ip -n a addr add 10.0.1.1/24 dev eth0
ip -n b addr add 10.0.2.1/24 dev eth0
ip -n r addr add 10.0.1.254/24 dev ra
ip -n r addr add 10.0.2.254/24 dev rb
for n in a b; do ip -n $n link set eth0 up; ip -n r link set r$n up; done
ip -n a route add default via 10.0.1.254
ip -n b route add default via 10.0.2.254
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip -n r link set rb mtu 600
ip -n b link set eth0 mtu 600
sleep 1.2
ip netns exec a tcpdump -nti eth0 ip >at-a 2>/dev/null &
ip netns exec b tcpdump -nti eth0 ip >at-b 2>/dev/null &
sleep 0.8
ip netns exec a ping -c 1 -s 1000 -M dont 10.0.2.1 | sed -n 2p
ip netns exec a ping -c 1 -s 2000 -M dont 10.0.2.1 | sed -n 2p
sleep 1.5
kill -INT %1 %2
wait
cat at-a
cat at-b
ip netns exec r cat /proc/net/snmp | grep '^Ip:' | cut -d' ' -f 15-20
ip netns exec b cat /proc/net/snmp | grep '^Ip:' | cut -d' ' -f 15-20
ip netns exec a ping -c 1 -s 65000 -M dont 10.0.2.1 | grep -o '.*received'
