#!/bin/bash
# Selections, labels, time stamps, one line each, mistakes.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link set eth0 up
ip link set eth1 up
sleep 1.2
ip -o monitor label address route >one 2>&1 &
ip -t monitor address >two 2>&1 &
ip -ts monitor address >three 2>&1 &
ip monitor dev eth1 address >four 2>&1 &
sleep 0.5
ip addr add 10.0.0.1/24 dev eth0
ip addr add 10.0.1.1/24 dev eth1
sleep 0.3
kill %1 %2 %3 %4
wait 2>/dev/null
cat one
cat two
cat three
cat four
ip monitor nonsense
ip monitor file /nonexistent
ip monitor help 2>&1 | head -n 2
