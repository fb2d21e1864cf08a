#!/bin/bash
# The name is the machine's, not the network namespace's.
hostname box
ip netns add red
ip netns exec red hostname
ip netns exec red hostname inner
hostname
ip netns exec red uname -n
ip netns exec red hostname -I
ip -n red addr add 10.0.0.1/24 dev lo
ip -n red link set lo up
ip netns exec red hostname -I
hostname -I
hostname box
ip netns exec red hostname
unshare -u hostname other
hostname
