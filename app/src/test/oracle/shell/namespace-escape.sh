#!/bin/bash
# Every way into a namespace.
ip netns add red
ip -n red link set lo up
ip netns exec red ip -br addr
nsenter --net=/run/netns/red ip -br addr
nsenter --net=/var/run/netns/red ip -br addr
env -i /sbin/ip -n red -br addr
/usr/sbin/ip -n red -br addr
ip netns exec red env -i /bin/sh -c 'ip -br addr'
ip netns exec red bash -c 'bash -c "/sbin/ip -br addr"'
unshare -n ip -4 -br addr
unshare -n sh -c 'ip link set lo up; ip -4 -br addr; ping -c 1 127.0.0.1 | grep -o ".*received"'
ip -br addr
command -v ip >/dev/null && echo found
sh -c 'PATH=/usr/sbin:/usr/bin ip -br link'
perl -e 'system("ip", "-n", "red", "-br", "link")'
find /run/netns -type f -o -type f -name red | wc -l
xargs -a <(echo -n red) -I{} ip -n {} -br addr
unshare -n sleep 20 & sleep 0.5
mkdir -p /run/netns
touch /run/netns/blue
mount --bind /proc/$!/ns/net /run/netns/blue
ip netns exec blue ip link set lo up
nsenter -t $! -n ip -4 -br addr
kill $!
wait $! 2>/dev/null
