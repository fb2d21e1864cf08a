#!/bin/bash
# Which process lives where.
ip netns add red
ip netns add blue
ip netns exec red sleep 30 &
sleep 0.5
ip netns pids red | wc -l
ip netns pids blue
ip netns identify $!
ip netns identify
ip netns identify $$
ip netns exec blue ip netns identify
ip netns exec blue sh -c 'ip netns identify $$'
ip netns identify abc
ip netns identify 999999
ip netns pids
ip netns pids nosuch
kill $!
wait $! 2>/dev/null
ip netns pids red | wc -l
ip netns exec red readlink /proc/self/ns/net
readlink /proc/self/ns/net
test "$(readlink /proc/self/ns/net)" = "$(ip netns exec red readlink /proc/self/ns/net)" && echo same
