#!/bin/bash
# -all, scripts inside, deletion with devices inside.
for n in one two three; do ip netns add $n; done
ip netns | sort
ip -all netns exec ip -br link | grep -v '^$' | sort | uniq -c
ip -a netns exec true
ip netns exec one ip link add veth0 type veth peer name veth1 netns two
ip -n one -br link show veth0 | awk '{print $1, $2}'
ip -n two -br link show veth1 | awk '{print $1, $2}'
ip -n two link set veth1 netns three
ip -n three -br link show veth1 | awk '{print $1, $2}'
ip netns exec one bash -c '
    ip link add c0 type veth peer name c1 netns two
    ip -n two -br link show c1
    ip -br link show c0
' | awk '{print $1, $2}'
ip netns del three
sleep 0.5
ip -n one -br link | awk '{print $1, $2}'
ip -n two link | grep -c '^[0-9]'
ip -all netns del
ip netns
