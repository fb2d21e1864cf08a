#!/bin/bash
# A router set up with ifconfig and route, as in old books.
for n in left router right; do ip netns add $n; done
ip link add eth0 netns left type veth peer name eth0 netns router
ip link add eth0 netns right type veth peer name eth1 netns router
ip netns exec left ifconfig eth0 192.168.1.10 netmask 255.255.255.0
ip netns exec router ifconfig eth0 192.168.1.1
ip netns exec router ifconfig eth1 172.16.0.1 netmask 255.255.0.0
ip netns exec right ifconfig eth0 172.16.0.10
ip netns exec left route add default gw 192.168.1.1
ip netns exec right route add default gw 172.16.0.1
ip netns exec router sh -c 'echo 1 >/proc/sys/net/ipv4/ip_forward'
sleep 1.2
ip netns exec left route -n
ip netns exec router route -n
ip netns exec left ping -c 2 -i 0.2 172.16.0.10
ip netns exec right traceroute -n -q 1 192.168.1.10
ip netns exec router arp -n | awk '{print $1, $2, $NF}' | sort
ip netns exec router route del -net 192.168.1.0/24
ip netns exec right ping -c 1 -W 1 192.168.1.10
