#!/bin/bash
# Commands inside, their status, their output.
ip netns add red
ip netns exec red true
ip netns exec red false
ip netns exec red sh -c 'exit 42'
ip netns exec red nosuchcommand
ip netns exec red
ip netns exec
ip netns exec red sh -c 'echo to stdout; echo to stderr >&2'
echo hello | ip netns exec red tr a-z A-Z
ip netns exec red bash -c 'ip link set lo up; ip -br link'
ip -br link
ip netns exec red ip netns exec red ip -br addr
ip netns exec red sh -c 'kill -TERM $$'
ip netns exec red sh -c 'kill -INT $$'
ip netns exec red ls /sys/class/net
ip netns exec red cat /sys/class/net/lo/flags
ls /sys/class/net
x=$(ip netns exec red sh -c 'echo "$0 $1"' one two)
echo "$x"
ip netns exec red env FOO=bar sh -c 'echo $FOO'
ip -n red netns exec red true
ip netns exec red pwd | grep -c /
