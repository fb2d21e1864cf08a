#!/bin/bash
# ip -batch.
cat >setup <<EOF
link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
# a comment

addr add 10.0.0.1/24 dev v0
link set v0 up
link set v1 up
EOF
ip -batch setup
sleep 1.2
ip -4 -br addr
printf 'addr add 10.0.0.2/24 dev v0\naddr add 10.0.0.2/24 dev v0\naddr add 10.0.0.3/24 dev v0\n' >bad
ip -batch bad
ip -4 -br addr
ip -force -batch bad
ip -4 -br addr
echo 'route add 10.1.0.0/16 via 10.0.0.9' | ip -b -
ip route
ip -b missing
printf 'link show v0\nlink show v1\n' | ip -o -b -
printf 'link foo\n' | ip -b -
printf 'link set v0 alias "two words"\nlink show v0\n' | ip -b -
printf 'link set \\\n v0 mtu 1400\nlink show v0\n' | ip -b -
printf 'netns add red\nnetns add blue\nnetns list\n' | ip -b -
ip netns | sort
