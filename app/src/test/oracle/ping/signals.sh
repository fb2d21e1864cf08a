#!/bin/bash
# Interrupted pings tell what they know.
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
timeout -s INT 1.5 ping 10.0.0.2
timeout -s INT 1.5 ping 10.0.0.9
timeout 0.7 ping -i 0.2 10.0.0.2 | head -n 2
ping -q 10.0.0.2 >log 2>&1 &
sleep 0.5
kill -QUIT $!
sleep 0.2
kill -INT $!
wait $!
grep -o '[0-9]*/[0-9]* packets, .*loss' log
grep -o '.*received.*loss' log
ping 10.0.0.2 >/dev/null &
sleep 0.3
kill $!
wait $! 2>/dev/null
