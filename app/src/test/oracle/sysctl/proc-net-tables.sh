#!/bin/bash
# The tables of /proc/net, with addresses, routes and neighbours of every kind.
cat /proc/net/route
cat /proc/net/igmp
cat /proc/net/dev
ip link set lo up
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02
ip link add averylongname01 address 02:00:00:00:00:03 type veth peer name c address 02:00:00:00:00:04
cat /proc/net/route
ip addr add 10.0.0.1/24 dev eth0
ip addr add 10.0.1.1/24 dev averylongname01
ip link set eth0 up
ip link set eth1 up
ip link set averylongname01 up
ip link set c up
sleep 1.2
ip route add 10.2.0.0/16 via 10.0.0.2 mtu 1400 window 2000 metric 100
ip route add 10.3.0.0/16 nexthop via 10.0.0.2 nexthop via 10.0.0.3
ip route add blackhole 10.4.0.0/16
ip route add prohibit 10.5.0.0/16
ip route add throw 10.6.0.0/16
ip route add 10.7.0.1 dev eth0
ip route add 10.8.0.0/16 via 10.0.0.2 table 7
ip route add broadcast 10.9.0.0/16 dev eth0
ip route add default via 10.0.0.2 rtt 100
cat /proc/net/route
ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:0a dev eth0 nud permanent
ip neigh add 10.0.0.3 lladdr 02:00:00:00:00:0b dev eth0 nud stale
ip neigh add 10.0.0.4 dev eth0 nud failed
ip neigh add 10.0.0.5 lladdr 02:00:00:00:00:0c dev eth0 nud noarp
ip neigh add proxy 10.0.0.6 dev eth0
cat /proc/net/arp | sort
cat /proc/net/igmp
grep -v 3333 /proc/net/dev_mcast
cat /proc/net/dev
cat /proc/net/mcfilter
cat /proc/net/tcp
cat /proc/net/udp
cat /proc/net/raw
cat /proc/net/psched
cat /proc/net/rt_cache
cat /proc/net/nosuch
echo 1 >/proc/net/route
ls -l /proc/net/route /proc/net/dev | cut -d' ' -f1-4
wc -c /proc/net/arp
ls -d /proc/net/.
