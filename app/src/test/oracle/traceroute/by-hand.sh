#!/bin/bash
# What traceroute does, with ping and tcpdump: TTL 1, 2, 3.
for n in a r b; do ip netns add $n; done
ip link add eth0 netns a address 02:00:00:00:00:0a type veth peer name ra address 02:00:00:00:01:0a netns r
ip link add eth0 netns b address 02:00:00:00:00:0b type veth peer name rb address 02:00:00:00:01:0b netns r
ip -n a addr add 10.0.1.1/24 dev eth0
ip -n b addr add 10.0.2.1/24 dev eth0
ip -n r addr add 10.0.1.254/24 dev ra
ip -n r addr add 10.0.2.254/24 dev rb
for n in a b; do ip -n $n link set eth0 up; ip -n r link set r$n up; done
ip -n a route add default via 10.0.1.254
ip -n b route add default via 10.0.2.254
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
sleep 1.2
ip netns exec a tcpdump -ni eth0 -c 8 ip >seen 2>/dev/null &
sleep 0.7
for ttl in 1 2 3; do
    ip netns exec a ping -c 1 -W 1 -t $ttl -s 20 10.0.2.1 | sed -n 2p
done
ip netns exec a traceroute -n -q 1 --sport=40000 10.0.2.1
sleep 1.5
kill $! 2>/dev/null
wait $! 2>/dev/null
cut -d' ' -f2- seen
