#!/bin/bash
# ifconfig, arp and route, as before iproute2.
ip netns add b
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set lo up
ip -n b link set eth0 up
sleep 1.2
ifconfig
ifconfig eth0 | grep -v RX | grep -v TX
ifconfig -s
ifconfig -a -s
ifconfig eth0:1 10.0.0.11 netmask 255.255.255.0 up
ifconfig eth0:1
ifconfig eth0 mtu 1400
ifconfig eth0 mtu 70000
ifconfig eth0 -multicast
ifconfig eth0 multicast promisc -arp
ifconfig eth0 | head -n 1
ifconfig eth0 arp -promisc txqueuelen 50
ifconfig eth0 10.0.0.1/16
ifconfig eth0 | head -n 2
ifconfig eth0 10.0.0.1 netmask 255.255.255.0 broadcast 10.0.0.127
ifconfig eth0 | sed -n 2p
ifconfig eth0 add 10.0.0.77
ifconfig eth0 del 10.0.0.77
ifconfig eth0 hw ether 02:00:00:00:00:aa
ifconfig eth0 hw ether zz
ifconfig eth0 netmask 300.0.0.0
ifconfig nosuch
ifconfig nosuch up
ifconfig eth0 nonsense
ifconfig eth0:1 down
ifconfig -x
route -n
route add -net 192.168.5.0 netmask 255.255.255.0 gw 10.0.0.2
route add -host 192.168.6.1 dev eth0
route add default gw 10.0.0.2 metric 5
route add -net 10.66.0.0/16 reject
route -n
route -ne
route -nee | cut -c1-79
route add -net 192.168.5.0 netmask 255.255.255.0 gw 10.0.0.2
route add -net 192.168.5.1 netmask 255.255.255.0 gw 10.0.0.2
route add -net 192.168.5.0 gw 10.0.0.2
route add -host 1.2.3.4 gw 172.16.0.1
route del -net 192.168.5.0 netmask 255.255.255.0
route del -net 192.168.5.0 netmask 255.255.255.0
route del default
route -n -A inet6 >/dev/null
route frob
arp -s 10.0.0.50 02:00:00:00:00:50
arp -s 10.0.0.51 02:00:00:00:00:51 temp
arp -n | sort
arp -an | sort
arp -n -i eth0 -v | sort
arp -d 10.0.0.50
arp -d 10.0.0.50
arp -d 10.0.0.99
arp -s 10.9.9.9 02:00:00:00:00:50
arp -s 10.0.0.52 zz
arp 10.0.0.99
arp -i nosuch -n
arp -n 10.0.0.51
ifconfig eth0 down
route -n
