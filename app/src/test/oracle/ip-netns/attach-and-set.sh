#!/bin/bash
# Names for namespaces that exist; numbers for names.
ip netns add red
ip netns add blue
ip netns set red 10
ip netns list
ip netns set blue auto
ip netns set blue 10
ip netns set red 11
ip netns list-id
ip netns list-id target-nsid 10
ip netns set nosuch 3
ip netns set red x
ip -n red netns list-id
unshare -n sleep 30 &
sleep 0.5
ip netns attach green $!
ip netns attach green $!
ip netns attach white 999999
ip netns attach
ip netns identify $!
ip -n green link
ip netns exec green ip link set lo up
kill $!
wait $! 2>/dev/null
ip -n green -br link
ip netns del green
ip netns
