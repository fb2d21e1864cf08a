#!/bin/bash
# Five namespaces in a row, veth and routing, end to end.
for i in 0 1 2 3 4; do
    ip netns add n$i
    ip -n n$i link set lo up
    ip netns exec n$i sysctl -qw net.ipv4.ip_forward=1
done
for i in 0 1 2 3; do
    ip link add right netns n$i type veth peer name left netns n$((i + 1))
    ip -n n$i addr add 10.0.$i.1/30 dev right
    ip -n n$((i + 1)) addr add 10.0.$i.2/30 dev left
    ip -n n$i link set right up
    ip -n n$((i + 1)) link set left up
done
for i in 0 1 2 3; do ip -n n$i route add default via 10.0.$i.2; done
for i in 1 2 3 4; do ip -n n$i route add 10.0.0.0/30 via 10.0.$((i - 1)).1 2>/dev/null; done
sleep 1.2
ip netns exec n0 ping -c 2 -i 0.2 10.0.3.2
ip netns exec n0 ping -c 1 -t 4 10.0.3.2 | grep -o 'ttl=[0-9]*'
ip netns exec n0 ping -c 1 -t 3 10.0.3.2 | sed -n 2p
ip netns exec n0 ping -c 3 -i 0.2 -R 10.0.3.2 | sed -n 2,12p
ip -n n2 -s link show left | tail -n 4
ip netns exec n0 traceroute -n -q 1 10.0.3.2
for i in 1 2 3; do ip -n n$i neigh | awk '{print $1, $3, $NF}' | sort; done
