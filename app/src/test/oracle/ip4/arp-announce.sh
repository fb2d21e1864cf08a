#!/bin/bash
# Which source address is used in ARP requests.
ip netns add a
ip netns add b
ip link add eth0 netns a address 02:00:00:00:00:0a type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip -n a addr add 172.16.0.1/32 dev lo
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n a addr add 10.1.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n b addr add 10.1.0.2/24 dev eth0
ip -n a link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n b route add default via 10.0.0.1
sleep 1.2
ip netns exec b tcpdump -nti eth0 arp >seen 2>/dev/null &
sleep 0.8
for mode in 0 1 2; do
    ip netns exec a sysctl -w net.ipv4.conf.eth0.arp_announce=$mode
    for source in 172.16.0.1 10.1.0.1 10.0.0.1; do
        ip -n a neigh flush all
        ip -n b neigh flush all
        ip netns exec a ping -c 1 -W 1 -I $source 10.0.0.2 | grep -o '.*received'
    done
done
sleep 1.5
kill -INT $!
wait
cat seen
