#!/bin/bash
# Namespaces, as a laboratory's builder uses them.
ip netns
ip netns add red
ip netns add red
ip netns add blue
ip netns list | sort
ip netns add ..
ip netns add a/b
ip netns add ''
ip netns delete nosuch
ip netns exec nosuch true
ip netns exec red
ip netns exec red nosuchcommand
ip netns exec red sh -c 'ip -br link; exit 7'
ip -n red link add v0 type veth peer name v0 netns blue
ip -n red -br link | cut -c1-30
ip -all netns exec ip -br link show type veth | cut -c1-30
ip netns set red 5
ip netns set red 5
ip netns set red x
ip netns set blue auto
ip netns list-id
ip netns list-id target-nsid 5
ip netns list-id nsid 5
ip netns list
ip -j netns list
ip netns identify $$
ip netns exec red ip netns identify
ip netns identify 999999
ip netns identify x
ip netns pids nosuch
ip netns exec red ip netns pids red | wc -l
ip link set v0 netns red
ip -n red link set v0 netns nosuch
ip -n red link set v0 netns blue
ip -n nosuch link
ip netns frob
ip netns help 2>&1 | head -n 2
ip -n red link set lo up
ip -n red addr add 10.0.0.1/24 dev v0
ip -n red -4 -br addr
ip -n red link set v0 down
ip netns del red
ip netns del blue
ip netns
