#!/bin/bash
# The same through the file system, as the articles do it.
ip link add veth0 type veth peer name veth1
ls /proc/sys/net/ipv4/conf/
echo 1 >/proc/sys/net/ipv4/conf/veth0/accept_local
echo 1 >/proc/sys/net/ipv4/conf/veth1/accept_local
echo 0 >/proc/sys/net/ipv4/conf/all/rp_filter
cat /proc/sys/net/ipv4/conf/veth{0,1}/accept_local
echo 1 >/proc/sys/net/ipv4/ip_forward
cat /proc/sys/net/ipv4/ip_forward
echo "  0  " >/proc/sys/net/ipv4/ip_forward
cat /proc/sys/net/ipv4/ip_forward
echo yes >/proc/sys/net/ipv4/ip_forward
echo 1 >/proc/sys/net/ipv4/nosuch
cat /proc/sys/net/ipv4/nosuch
ls -l /proc/sys/net/ipv4/ip_forward | cut -d' ' -f1
test -w /proc/sys/net/ipv4/conf/veth0/rp_filter && echo writable
for f in /proc/sys/net/ipv4/conf/*/arp_ignore; do echo $f $(cat $f); done
echo 2 | tee /proc/sys/net/ipv4/conf/all/arp_announce
ip netns add red
ip netns exec red cat /proc/sys/net/ipv4/conf/all/arp_announce
ip netns exec red sh -c 'echo 1 >/proc/sys/net/ipv4/ip_forward'
cat /proc/sys/net/ipv4/ip_forward
ip netns exec red cat /proc/sys/net/ipv4/ip_forward
ip netns exec red ls /proc/sys/net/ipv4/conf
wc -c </proc/sys/net/ipv4/ip_default_ttl
