#!/bin/bash
# The same types met by a packet that is being forwarded.
ip netns add client
ip netns add router
ip link add eth0 netns client address 02:00:00:00:01:01 type veth peer name lan address 02:00:00:00:01:02 netns router
ip -n client addr add 10.0.0.1/24 dev eth0
ip -n router addr add 10.0.0.254/24 dev lan
ip -n client link set eth0 up
ip -n router link set lan up
ip netns exec router sysctl -w net.ipv4.ip_forward=1
ip -n client route add default via 10.0.0.254
ip -n router route add blackhole 10.1.0.0/16
ip -n router route add unreachable 10.2.0.0/16
ip -n router route add prohibit 10.3.0.0/16
ip -n router route add throw 10.4.0.0/16
sleep 1.2
for net in 1 2 3 4 5; do
    ip netns exec client ping -c 1 -W 1 10.$net.0.1
    sleep 2
done
ip netns exec client ping -c 1 -W 1 -t 1 10.2.0.1
ip netns exec router sysctl -w net.ipv4.ip_forward=0
ip netns exec client ping -c 1 -W 1 10.2.0.1
ip -n client -s neigh | awk '{print $1, $NF}'
