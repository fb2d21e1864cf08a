#!/bin/bash
# The LAN of the articles, with brctl and ifconfig.
brctl addbr lan
ip link set lan address 02:00:00:00:00:10
for n in 1 2 3; do
    ip netns add host$n
    ip link add veth$n address 02:00:00:00:00:0$n type veth peer name eth0 address 02:00:00:00:00:a$n netns host$n
    brctl addif lan veth$n
    ifconfig veth$n up
    ip netns exec host$n ifconfig eth0 192.168.1.$n netmask 255.255.255.0 up
done
ifconfig lan up
sleep 1.2
brctl show lan
ip netns exec host1 ping -c 1 192.168.1.2 | grep -o '.*received'
ip netns exec host2 ping -c 1 192.168.1.3 | grep -o '.*received'
brctl showmacs lan | awk '{print $1, $2, $3}' | sort
ip netns exec host1 arp -n
brctl delif lan veth2
ip netns exec host1 ping -c 1 -W 1 192.168.1.2 | grep -o '.*received'
brctl showmacs lan | awk '{print $1, $2, $3}' | sort
ifconfig lan down
brctl delbr lan
ip -br link | awk '{print $1}'
