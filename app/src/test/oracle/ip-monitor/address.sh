#!/bin/bash
# Addresses come and go.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link set eth0 up
ip link set eth1 up
sleep 1.2
ip monitor address >events 2>&1 &
sleep 0.5
ip addr add 10.0.0.1/24 brd + dev eth0
ip addr add 10.0.0.2/24 dev eth0
ip addr add 10.1.0.1 peer 10.1.0.2 dev eth1
ip addr change 10.0.0.1/24 dev eth0 valid_lft 1000 preferred_lft 1000
ip addr change 10.0.0.1/24 dev eth0 valid_lft forever preferred_lft forever
ip addr del 10.1.0.1 peer 10.1.0.2 dev eth1
ip addr del 10.0.0.1/24 dev eth0
ip addr add 127.0.0.1/8 dev lo
sleep 0.3
kill $!
wait $! 2>/dev/null
grep -v valid_lft events
