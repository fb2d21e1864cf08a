#!/bin/bash
# A veth pair in one namespace, as the articles about virtual devices do it: two ends of a cable in the same host, which
# answer each other only when the host is told to accept packets from its own addresses.
set -e

echo "# A cable with both its ends in this host"
ip link set lo up
ip link add veth0 type veth peer name veth1
ip addr add 10.1.1.1/24 dev veth0
ip addr add 10.1.1.2/24 dev veth1
ip link set veth0 up
ip link set veth1 up
ip -brief address

echo
echo "# Linux refuses packets that come with a source address of its own: nobody answers"
ping -c 1 -W 1 -I veth0 10.1.1.2 || true

echo
echo "# With reverse path filtering off and own sources accepted, they do"
for dev in veth0 veth1; do
    echo 1 > /proc/sys/net/ipv4/conf/$dev/accept_local
    echo 0 > /proc/sys/net/ipv4/conf/$dev/rp_filter
done
echo 0 > /proc/sys/net/ipv4/conf/all/rp_filter
ip neigh flush dev veth0 # or the ping would wait for the next try of the ARP request that nobody answered
ping -c 3 -i 0.2 -I veth0 10.1.1.2

echo
echo "# What went over the cable"
ip -s link show veth1
ip neigh
