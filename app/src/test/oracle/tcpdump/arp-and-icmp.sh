#!/bin/bash
# A ping as tcpdump tells it.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
tcpdump -i eth0 -n >plain 2>plain.err &
ip netns exec b tcpdump -i eth0 -nne >ethernet 2>ethernet.err &
ip netns exec b tcpdump -i eth0 -nv >verbose 2>verbose.err &
sleep 0.8
ping -c 2 -i 0.2 10.0.0.2 | grep -o '.*received'
sleep 1.5
kill -INT %1 %2 %3
wait
cat plain plain.err
cat ethernet ethernet.err
cat verbose verbose.err
