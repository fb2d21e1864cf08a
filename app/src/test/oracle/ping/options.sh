#!/bin/bash
# Options in common use.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip addr add 10.0.0.11/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ping -c 1 -s 0 10.0.0.2
ping -c 1 -s 8 10.0.0.2
ping -c 1 -s 1472 -M do 10.0.0.2
ping -c 1 -s 1473 -M do 10.0.0.2
ping -c 1 -s 5000 10.0.0.2
ping -c 1 -s 65507 10.0.0.2
ping -c 1 -s 65508 10.0.0.2
ping -c 1 -t 5 10.0.0.2
ping -c 1 -I eth0 10.0.0.2
ping -c 1 -I 10.0.0.11 10.0.0.2
ping -c 1 -p ff00 10.0.0.2
ping -c 2 -i 0.2 -D 10.0.0.2
ping -c 2 -i 0.2 -O 10.0.0.2
ping -c 1 -v 10.0.0.2 | grep -v '^ping: sock'
ping -c 1 -Q 0x10 10.0.0.2
ping -c 1 -e 77 10.0.0.2
ping -c 1 -R 10.0.0.2
ping -w 1 -i 0.3 -q 10.0.0.2 | head -n 3
ping -c 3 -A -q 10.0.0.2 | head -n 4 | grep -o '.*loss'
ping -f -c 20 10.0.0.2 | tr -d '\b.' | grep -o '.*loss'
