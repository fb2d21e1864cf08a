#!/bin/bash
# A router between two networks; forwarding on, off, per device.
ip netns add a
ip netns add r
ip netns add b
ip link add eth0 netns a address 02:00:00:00:00:0a type veth peer name ra address 02:00:00:00:01:0a netns r
ip link add eth0 netns b address 02:00:00:00:00:0b type veth peer name rb address 02:00:00:00:01:0b netns r
ip -n a addr add 10.0.1.1/24 dev eth0
ip -n b addr add 10.0.2.1/24 dev eth0
ip -n r addr add 10.0.1.254/24 dev ra
ip -n r addr add 10.0.2.254/24 dev rb
for n in a b; do ip -n $n link set eth0 up; ip -n r link set r$n up; done
ip -n a route add default via 10.0.1.254
ip -n b route add default via 10.0.2.254
sleep 1.2
try() { ip netns exec a ping -c 1 -W 1 10.0.2.1 | grep -o '[0-9]* received\|From.*'; }
try
ip netns exec a ping -c 1 -W 1 10.0.2.254 | grep -o '.*received'
ip netns exec r sysctl -w net.ipv4.ip_forward=1
try
ip netns exec r sysctl -w net.ipv4.conf.ra.forwarding=0
try
ip netns exec r sysctl -w net.ipv4.conf.ra.forwarding=1 net.ipv4.conf.rb.forwarding=0
try
ip netns exec r sysctl -w net.ipv4.ip_forward=1 net.ipv4.conf.rb.forwarding=1
try
ip -n r -s link show ra
ip -n r -s link show rb
ip -n r route get 10.0.2.1 from 10.0.1.1 iif ra
ip netns exec b ping -c 1 -W 1 10.0.1.1
ip netns exec r cat /proc/net/snmp | grep '^Ip:' | cut -d' ' -f 2,4-8
