#!/bin/bash
# Two ends of one pair in one namespace, as the articles have it.
ip link add veth0 address 02:00:00:00:00:01 type veth peer name veth1 address 02:00:00:00:00:02
ip addr add 192.168.4.10/24 dev veth0
ip addr add 192.168.4.11/24 dev veth1
ip link set veth0 up
ip link set veth1 up
sleep 1.2
ping -c 1 -W 1 -I veth0 192.168.4.11
ip neigh
sleep 3
echo 1 >/proc/sys/net/ipv4/conf/veth1/accept_local
echo 1 >/proc/sys/net/ipv4/conf/veth0/accept_local
echo 0 >/proc/sys/net/ipv4/conf/all/rp_filter
echo 0 >/proc/sys/net/ipv4/conf/veth0/rp_filter
echo 0 >/proc/sys/net/ipv4/conf/veth1/rp_filter
ip link set lo up
tcpdump -nti veth0 >seen0 2>/dev/null &
tcpdump -nti veth1 >seen1 2>/dev/null &
tcpdump -nti lo >seenlo 2>/dev/null &
sleep 0.8
ping -c 2 -i 0.2 -I veth0 192.168.4.11
ip neigh | sort
sleep 1.5
kill -INT %1 %2 %3
wait
cat seen0
cat seen1
cat seenlo
ping -c 1 -W 1 192.168.4.11 | grep -o '.*received'
