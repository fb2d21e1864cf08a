#!/bin/bash
# All devices at once, in and out.
ip netns add r
ip netns add b
ip link add eth0 address 02:00:00:00:00:0a type veth peer name ra address 02:00:00:00:01:0a netns r
ip link add eth0 netns b address 02:00:00:00:00:0b type veth peer name rb address 02:00:00:00:01:0b netns r
ip addr add 10.0.1.1/24 dev eth0
ip -n b addr add 10.0.2.1/24 dev eth0
ip -n r addr add 10.0.1.254/24 dev ra
ip -n r addr add 10.0.2.254/24 dev rb
ip link set eth0 up
ip -n b link set eth0 up
for d in lo ra rb; do ip -n r link set $d up; done
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip route add default via 10.0.1.254
ip -n b route add default via 10.0.2.254
sleep 1.2
ip netns exec r tcpdump -i any -n >any 2>any.err &
ip netns exec r tcpdump -i any -ne icmp >any-e 2>/dev/null &
ip netns exec r tcpdump -i rb -nt -Q in >in 2>/dev/null &
ip netns exec r tcpdump -i rb -nt -Q out >out 2>/dev/null &
sleep 1
ping -c 1 -t 9 10.0.2.1 | grep -o '.*received'
sleep 1.5
kill -INT %1 %2 %3 %4
wait
cat any any.err
cat any-e
cat in
cat out
