#!/bin/bash
ip netns add r
ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth0 address 02:00:00:00:00:02 netns r
ip link add eth1 address 02:00:00:00:00:03 type veth peer name eth1 address 02:00:00:00:00:04 netns r
ip link set lo up
for d in eth0 eth1; do ip link set $d up; ip -n r link set $d up; done
ip addr add 10.0.0.1/24 dev eth0
ip addr add 10.1.0.1/24 dev eth1
ip -n r addr add 10.0.0.2/24 dev eth0
sleep 1.2
ip route add default via 10.0.0.2 mtu 1400 rtt 100ms realm 4/5 tos 0x10
ip route add default via 10.0.0.2
ip route add 20.0.0.0/8 nexthop via 10.0.0.2 nexthop via 10.1.0.2
ip route get 8.8.8.8 tos 0x10
ip -j route get 8.8.8.8 tos 0x10
ip -j -p route get 127.0.0.1
ip -d route get 127.0.0.1
ip route get 8.8.8.8 ipproto tcp sport 5 dport 6
ip route get 8.8.8.8 ipproto gre
ip route get 8.8.8.8 ipproto 1
ip route get 8.8.8.8 sport 5
ip route get 8.8.8.8 sport x
ip route get 8.8.8.8 ipproto x
ip route get 8.8.8.8 uid x
ip route get 8.8.8.8 uid 77
ip route get 8.8.8.8 mark 0x20
ip -j route get 8.8.8.8 mark 0x20
ip route get 8.8.8.8 from 10.1.0.1
ip route get 8.8.8.8 from 10.1.0.1 oif eth1
ip route get 8.8.8.8 oif eth1
ip route get 10.1.0.9 oif eth0
ip route get 224.0.0.5 oif eth0
ip route get 224.0.0.1 oif eth0
ip route get 239.1.1.1
ip route get 239.1.1.1 oif eth1
ip route get 255.255.255.255 oif eth1
ip route get 255.255.255.255 from 10.1.0.1
ip route get 0.0.0.0
ip route get 0.0.0.5
ip route get 127.0.0.5 oif eth0
ip route get 127.0.0.5 from 10.0.0.1
ip route get 8.8.8.8 from 127.0.0.1
ip route get 8.8.8.8 from 224.0.0.1
ip route get 8.8.8.8 from 0.0.0.0
ip route get 10.0.0.1 from 10.1.0.1
ip route get 10.0.0.1 oif eth0
ip route get 10.0.0.1 oif eth1
ip route get 10.0.0.0
ip route get 8.8.8.8 tos 3
ip route get 8.8.8.8 connected
ip route get 8.8.8.8 notify
ip route get fibmatch 10.0.0.1
ip route get fibmatch 20.1.1.1
ip route get fibmatch 239.1.1.1 oif eth1
ip route get fibmatch 255.255.255.255 oif eth1
ip -j route get fibmatch 8.8.8.8
ip -d route get fibmatch 8.8.8.8
ip route get 10.0.0.1 from 10.0.0.2 iif eth0 mark 5 uid 3
ip route get 10.0.0.255 from 10.0.0.2 iif eth0
ip route get 255.255.255.255 from 10.0.0.2 iif eth0
ip route get 224.0.0.1 from 10.0.0.2 iif eth0
ip route get 224.0.0.9 from 10.0.0.2 iif eth0
ip route get 8.8.8.8 iif eth0
ip route get 8.8.8.8 from 10.0.0.1 iif eth0
ip route get 127.0.0.1 from 10.0.0.2 iif eth0
ip route get 8.8.8.8 from 10.0.0.2 iif nosuch
sysctl -qw net.ipv4.ip_forward=1
ip route get 10.1.0.9 from 10.0.0.2 iif eth0
ip -j route get 10.1.0.9 from 10.0.0.2 iif eth0
ip route get 8.8.8.8 from 10.0.0.2 iif eth0 tos 0x10
ip route get 10.1.0.9 from 10.0.0.2 iif eth1
sysctl -qw net.ipv4.conf.eth1.rp_filter=1
ip route get 10.0.0.9 from 10.0.0.2 iif eth1
ip route get 10.0.0.9 from 9.9.9.9 iif eth1
ip route add unreachable 30.0.0.0/8
ip route add blackhole 31.0.0.0/8
ip route add throw 32.0.0.0/8
ip route get 30.1.1.1 from 10.0.0.2 iif eth0
ip route get 31.1.1.1 from 10.0.0.2 iif eth0
ip route get 32.1.1.1 from 10.0.0.2 iif eth0
ip route get fibmatch 30.1.1.1
ip route get fibmatch 30.1.1.1 from 10.0.0.2 iif eth0
ip route get fibmatch 10.1.0.9 from 10.0.0.2 iif eth0
ip route del default tos 0x10
ip route add default via 10.0.0.2 tos 0x10
ip route add 1.0.0.0/8 via inet 10.0.0.2
ip route add 1.0.0.0/8 via inet6 fe80::1 dev eth0
ip route add 2.0.0.0/8 via fe80::1 dev eth0
ip route add 3.0.0.0/8 from 5.5.5.0/24 via 10.0.0.2
ip route add 4.0.0.0/8 via 10.0.0.2 expires 50
ip route add 5.0.0.0/8 via 10.0.0.2 pref 7
ip route add 5.0.0.0/8 via 10.0.0.2 nhid 7
ip route add 6.0.0.0/8 pervasive dev eth0
ip route add 6.0.0.0/8 onlink nexthop via 10.0.0.2 nexthop via 10.1.0.2
ip route add 7.0.0.0/8 dev eth0 nexthop via 10.1.0.2 nexthop via 10.0.0.2
ip route add 7.0.0.0/8 via 10.0.0.2 nexthop via 10.0.0.2 nexthop via 10.1.0.2
ip route add 7.0.0.0/8 via 10.0.0.3 nexthop via 10.0.0.2 nexthop via 10.1.0.2
ip route add 9.0.0.0/8 nexthop via 10.0.0.2 realm 3 weight 2 nexthop via 10.1.0.2 dev nosuch
ip route add 9.0.0.0/8 nexthop via 10.0.0.2 realm 3 weight 2 nexthop onlink via 10.1.0.2 dev eth1
ip route test 9.0.0.0/8 via 10.0.0.2
ip route test 11.0.0.0/8 via 10.0.0.2
ip route replace 12.0.0.0/8 via 10.0.0.2 rtt 0.5s rttvar 250 window lock 7
ip route chg 12.0.0.0/8 via 10.0.0.2 hoplimit lock 3
ip route add 13.0.0.0/8 rtt 5x via 10.0.0.2
ip route add 13.0.0.0/8 quickack 2 via 10.0.0.2
ip route add table 77 local 14.0.0.0/8 dev lo
ip route add table 77 unicast default dev eth0 scope site
ip -d route show table all
ip -N route
ip -j route show
ip route show realm 3
ip route show realms 0
ip route show scope all
ip route show scope global
ip route show from 1.2.3.0/24
ip route show from 0/0
ip route show iif eth0
ip route show mark 3
ip route show via 10.0.0.0/8
ip route show via inet 10.0.0.2
ip route show src 10.0.0.0/8
ip route show proto all
ip route show proto frob
ip route show type frob
ip route show scope frob
ip route show tos frob
ip route show metric frob
ip route show to 0/0
ip route show to root 0/0
ip route show to match 0/0
ip route show default
ip route show exact default
ip route show table 1234
ip -j route show table 1234
ip -6 route
ip -6 -j route
ip -6 route show table 1234
ip -4 route show table 77
ip -0 route
ip route del 9.0.0.0/8 nexthop via 10.0.0.2
ip route del 9.0.0.0/8 nexthop via 10.0.0.2 nexthop via 10.1.0.2 weight 9
ip route del 12.0.0.0/8 hoplimit 4
ip route del 12.0.0.0/8 hoplimit 3 proto static
ip route del 12.0.0.0/8 hoplimit 3 proto boot
ip route del default table 4444
ip route del table 77 default scope link
ip route del table 77 default
ip route flush table all
ip route show table all
ip route flush table local
ip route show table all
ip route flush scope host
ip -s route flush cache
ip -4 -s route flush cache
ip -6 -s route flush cache
ip route flush table 4321
ip -s route flush proto kernel
