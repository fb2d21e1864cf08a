#!/bin/bash
# Routes come and go, also by themselves.
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link set eth0 up
ip link set eth1 up
sleep 1.2
ip monitor route >events 2>&1 &
sleep 0.5
ip addr add 10.0.0.1/24 dev eth0
ip route add default via 10.0.0.2
ip route replace default via 10.0.0.3
ip route append default via 10.0.0.4
ip route add 10.9.0.0/16 via 10.0.0.2 metric 5 table 77
ip route add 10.8.0.0/16 nexthop via 10.0.0.2 nexthop via 10.0.0.3
ip route del 10.8.0.0/16
ip route change default via 10.0.0.5
ip route del default
ip addr del 10.0.0.1/24 dev eth0
ip route add blackhole 10.1.0.0/16
sleep 0.3
kill $!
wait $! 2>/dev/null
cat events
