#!/bin/bash
# sysctl, as its administrator uses it.
ip netns add b
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns b
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip link set lo up
ip link set eth0 up
ip -n b link set lo up
ip -n b link set eth0 up
sleep 1.2
sysctl net.ipv4.ip_forward
sysctl -n net.ipv4.ip_forward net.ipv4.conf.eth0.rp_filter
sysctl -w net.ipv4.ip_forward=1
sysctl net.ipv4.ip_forward=0 net.ipv4.conf.all.rp_filter=2
sysctl net/ipv4/conf/eth0/arp_ignore
sysctl -N net.ipv4.ip_forward
sysctl -b net.ipv4.ip_forward; echo
sysctl -e net.ipv4.nosuch
sysctl net.ipv4.nosuch
sysctl -w net.ipv4.nosuch=1
sysctl -w net.ipv4.ip_forward
sysctl -w net.ipv4.ip_forward=x
sysctl -w net.ipv4.ip_forward=
sysctl -w "net.ipv4.ip_forward = 1"
sysctl -q -w net.ipv4.ip_forward=0
sysctl net.ipv4.conf.eth0
sysctl -a -r '^net.ipv4.conf.eth0.(rp|arp)_'
sysctl -a --pattern 'ipv4.neigh.eth0.*solicit'
sysctl -ar 'net.ipv4.ip_default_ttl'
printf '# settings\nnet.ipv4.ip_forward = 1\n; more\n-net.ipv4.nosuch=5\nnet.ipv4.conf.eth0.log_martians=1\n\nbroken line\nnet.ipv4.alsono=1\n' >settings
sysctl -p settings
sysctl --load=settings -q
sysctl -p missing
echo net.ipv4.ip_default_ttl=70 | sysctl -p -
sysctl -w net.ipv4.ip_default_ttl=256
sysctl -w net.ipv4.conf.eth0.mtu=1400
sysctl -w net.ipv4.neigh.eth0.retrans_time_ms=500
sysctl net.ipv4.neigh.eth0.retrans_time
sysctl -w net.ipv4.ping_group_range="0 10"
sysctl net.ipv4.ip_local_port_range
sysctl -w net.ipv4.ip_local_port_range="20000 30000"
sysctl -w net.ipv4.ip_local_port_range="30000 20000"
cat /proc/sys/net/ipv4/ip_local_port_range
sysctl -w net.ipv4.route.flush=1
sysctl net.ipv4.route.flush
ls /proc/sys/net/ipv4/conf
cat /proc/sys/net/ipv4/conf/eth0/forwarding
echo 1 >/proc/sys/net/ipv4/conf/nosuch/forwarding
ip netns exec b sysctl net.ipv4.ip_forward net.ipv4.ip_default_ttl
sysctl
sysctl -V | cut -d' ' -f1-3
