#!/bin/bash
# Which addresses are answered for.
ip netns add a
ip netns add b
ip link add eth0 netns a address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip link add eth1 netns b address 02:00:00:00:00:0c type veth peer name eth1x netns b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n b addr add 10.0.0.3/24 dev eth1
ip -n b addr add 10.9.0.1/24 dev lo
ip -n b addr add 10.0.0.4/32 scope host dev eth0
for d in lo eth0 eth1 eth1x; do ip -n b link set $d up; done
ip -n a link set eth0 up
sleep 1.2
for mode in 0 1 2 3 8; do
    ip netns exec b sysctl -w net.ipv4.conf.eth0.arp_ignore=$mode
    for target in 10.0.0.2 10.0.0.3 10.9.0.1 10.0.0.4; do
        ip netns exec a arping -c 1 -w 1 -f -I eth0 $target | grep -o 'Unicast reply from [0-9.]*'
    done
done
ip netns exec b sysctl -w net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.eth0.arp_ignore=0
ip netns exec a arping -c 1 -w 1 -I eth0 10.0.0.3
ip netns exec a arping -c 1 -w 1 -I eth0 10.0.0.2
