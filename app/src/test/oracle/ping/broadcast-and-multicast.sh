#!/bin/bash
# One question, many answers.
ip link add br0 address 02:00:00:00:00:10 type bridge mcast_snooping 0
ip link set br0 up
ip addr add 10.0.0.254/24 brd + dev br0
for n in 1 2 3; do
    ip netns add h$n
    ip link add p$n address 02:00:00:00:00:0$n type veth peer name eth0 address 02:00:00:00:00:a$n netns h$n
    ip link set p$n master br0 up
    ip -n h$n link set eth0 up
    ip -n h$n addr add 10.0.0.$n/24 brd + dev eth0
done
sleep 1.2
ping -c 1 10.0.0.255
ping -b -c 1 -W 1 10.0.0.255
ip netns exec h1 sysctl -w net.ipv4.icmp_echo_ignore_broadcasts=0
ping -b -c 1 -W 1 10.0.0.255
ip netns exec h2 sysctl -w net.ipv4.icmp_echo_ignore_broadcasts=0
ping -b -c 1 -W 1 -q 10.0.0.255
ping -c 1 -W 1 -q 224.0.0.1
ping -c 1 -W 1 -q -I br0 224.0.0.1
ping -c 1 -W 1 -q -I br0 -t 1 -L 224.0.0.1
ping -c 1 -W 1 -q -I br0 239.1.2.3
ping -b -c 2 -i 0.3 -W 1 -I br0 255.255.255.255 | tail -n 3 | grep -o '.*loss'
