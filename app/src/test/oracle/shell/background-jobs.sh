#!/bin/bash
# Background pings, wait, pipes and redirections.
ip netns add b
ip link add eth0 type veth peer name eth0 netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set eth0 up
ip -n b link set eth0 up
sleep 1.2
ping -c 3 -i 0.3 10.0.0.2 >one &
ping -c 2 -i 0.3 10.0.0.2 >two &
wait
grep -h -o '.*received' one two
(ping -c 1 10.0.0.2; ping -c 1 -W 1 10.0.0.77) | grep -o '.*received'
ping -c 1 10.0.0.2 | tee log | wc -l
grep -c ttl=64 log
for host in 2 3 4; do ping -c 1 -W 1 10.0.0.$host >/dev/null 2>&1 && echo "10.0.0.$host up" || echo "10.0.0.$host down"; done
up=$(for host in 1 2; do ping -c 1 -W 1 10.0.0.$host >/dev/null && echo $host; done | wc -l)
echo $up
until ping -c 1 -W 1 10.0.0.2 >/dev/null; do sleep 1; done
time_out=3; while ! ping -c 1 -W 1 10.0.0.9 >/dev/null; do time_out=$((time_out - 1)); [ $time_out -eq 0 ] && break; done
echo $time_out
ping -c 100 -i 0.2 10.0.0.2 >/dev/null & pid=$!
sleep 0.5
kill -0 $pid && echo running
kill -INT $pid
wait $pid
echo $?
