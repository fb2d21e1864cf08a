#!/bin/bash
# Namespaces come and go.
ip netns
ip netns list
ip netns add red
ip netns add blue
ip netns add red
ip netns list
ip netns show
ip -n red link
ip -n green link
ip netns exec green true
ip netns del green
ip netns del red
ip netns delete red
ip netns add "a b"
ip netns add ..
ip netns add a/b
ip netns add
ip netns del
ip netns
ip netns del "a b"
ls /run/netns
ls /var/run/netns
ip -all netns del
ip netns
